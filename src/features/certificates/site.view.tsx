import { Button, ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatMinutes } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { writtenCode, type Certificate } from './certificate.ts'
import { followedWords, issuedWords } from './tell-certificate.ts'
import { texts } from './texts.ts'
import { certificateUrls } from './urls.ts'

type Props = { page: PageContext }

/** What a certificate says, for whoever has its code: all that is on the paper, to be compared. */
export function CertificatePage({ page, certificate }: Props & { certificate: Certificate }) {
  const { language } = page
  const words = texts[language].certificate
  const { name, title, minutes, rightCount, questionCount, programme, code, language: own } = certificate
  const facts = [
    { term: words.name, value: <strong>{name}</strong> },
    { term: words.training, value: <strong lang={own}>{title}</strong> },
    { term: words.followedTerm, value: followedWords(certificate, language) },
    { term: words.minutes, value: formatMinutes(minutes, language) },
    { term: words.quiz, value: words.score(rightCount, questionCount) },
    { term: words.issuedTerm, value: issuedWords(certificate, language) },
    { term: words.programme, value: programme.name },
    { term: words.code, value: <span class="code-words">{writtenCode(code)}</span> },
  ]
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <Notice language={language} kind="done" title={words.valid}>
        <p>{words.compare}</p>
      </Notice>
      <Facts facts={facts} />
      <p>
        <ButtonLink href={certificateUrls.paper(code)}>{words.download}</ButtonLink>
      </p>
      <p class="soft">{words.share}</p>
      <p class="soft">{words.small}</p>
      <p>
        <a href={certificateUrls.lookUp}>{words.other}</a>
      </p>
    </Page>
  )
}

type LookUpProps = Props & { typed?: string; error?: 'code.unknown' | 'code.missing' | undefined }

/** The form to type a code; above it what is wrong with the one that was typed. */
export function LookUpPage({ page, typed = '', error }: LookUpProps) {
  const { language } = page
  const words = texts[language]
  const isUnknown = error === 'code.unknown'
  const errors = error === undefined ? {} : { code: error }
  const field = fieldsOf({ language, words: words.errors, typed: { code: typed }, errors })
  const title = isUnknown ? words.lookUp.unknown : words.lookUp.title
  return (
    <Page page={page} title={title} isPrivate>
      <FormErrors language={language} words={words.errors} errors={errors} />
      <h1>{title}</h1>
      <p>{isUnknown ? words.lookUp.unknownText : words.lookUp.text}</p>
      <form class="stack" method="get" action={certificateUrls.lookUp} noValidate>
        <TextField
          {...field('code')}
          label={words.lookUp.label}
          hint={words.lookUp.hint}
          autocomplete="off"
        />
        <Button>{words.lookUp.submit}</Button>
      </form>
    </Page>
  )
}

/** Somebody, or a program, has looked up too many. */
export function TooManyPage({ page }: Props) {
  const words = texts[page.language].lookUp
  return (
    <Page page={page} title={words.tooMany} isPrivate>
      <h1>{words.tooMany}</h1>
      <p>{words.tooManyText}</p>
    </Page>
  )
}
