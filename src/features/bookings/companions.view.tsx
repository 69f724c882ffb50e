/** Who comes along: two first names, folded away while nobody does; and the page that changes them. */
import type { FieldErrors, Typed } from '../../core/form.ts'
import type { Language } from '../../core/language.ts'
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import type { HeldProps } from './held.view.tsx'
import { momentWords, trainingTitle } from './tell-booking.ts'
import { bookingState } from './booking.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'

type ComingProps = { language: Language; typed: Typed; errors: FieldErrors }

/** Open when something is written there, or wrong. */
export function ComingAlong({ language, typed, errors }: ComingProps) {
  const words = texts[language].companions
  const isOpen = ['companion1', 'companion2'].some((name) => typed[name] || errors[name])
  return (
    <details open={isOpen}>
      <summary>{words.summary}</summary>
      <p class="soft">{words.text}</p>
      <CompanionFields {...{ language, typed, errors }} />
    </details>
  )
}

function CompanionFields({ language, typed, errors }: ComingProps) {
  const words = texts[language].companions
  const field = fieldsOf({ language, words: texts[language].errors, typed, errors })
  return (
    <>
      <TextField {...field('companion1')} label={words.first} width="medium" maxLength={60} optional />
      <TextField {...field('companion2')} label={words.second} width="medium" maxLength={60} optional />
    </>
  )
}

type CompanionsProps = HeldProps & { typed?: Typed; errors?: FieldErrors }

/** Changes who comes along with the holder of a booking. */
export function CompanionsPage({ page, programme, booking, now, typed, errors = {} }: CompanionsProps) {
  const { language } = page
  const words = texts[language].companions
  const [companion1 = '', companion2 = ''] = booking.companions
  const isTooLate = bookingState(booking, now) !== 'upcoming'
  return (
    <Page page={page} title={words.title} isPrivate>
      <FormErrors language={language} words={texts[language].errors} errors={errors} />
      <h1>{words.title}</h1>
      <p class="lead">
        {texts[language].cancel.question(
          trainingTitle(programme, booking, language),
          momentWords(booking, language),
        )}
      </p>
      {isTooLate ? (
        <Notice language={language}>
          <p>{words.tooLate}</p>
        </Notice>
      ) : (
        <form method="post" action={bookingUrls.companions(booking.token)} noValidate>
          <p>{words.text}</p>
          <CompanionFields language={language} typed={typed ?? { companion1, companion2 }} errors={errors} />
          <ButtonRow>
            <Button>{words.submit}</Button>
            <ButtonLink href={bookingUrls.booking(booking.token)} kind="plain">
              {words.keep}
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </Page>
  )
}
