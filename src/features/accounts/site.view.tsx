import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { EmailField, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { texts } from './texts.ts'
import { accountUrls, signInUrl } from './urls.ts'

type FormProps = { page: PageContext; typed?: Typed; errors?: FieldErrors; returnTo: string }

export function SignInPage({ page, typed = {}, errors = {}, returnTo }: FormProps) {
  const { language } = page
  const { signIn: words, errors: errorWords } = texts[language]
  const field = fieldsOf({ language, words: errorWords, typed, errors })
  return (
    <Page page={page} title={words.title}>
      <FormErrors language={language} words={errorWords} errors={errors} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <form method="post" action={accountUrls.signIn} novalidate>
        <input type="hidden" name="retour" value={returnTo} />
        <EmailField {...field('email')} label={words.email} hint={words.emailHint} />
        <Button>{words.send}</Button>
      </form>
      <p class="aside">{words.first}</p>
    </Page>
  )
}

export function CodePage({ page, email, errors = {}, returnTo }: FormProps & { email: string }) {
  const { language } = page
  const { code: words, errors: errorWords } = texts[language]
  const field = fieldsOf({ language, words: errorWords, errors })
  return (
    <Page page={page} title={words.title}>
      <FormErrors language={language} words={errorWords} errors={errors} />
      <h1>{words.title}</h1>
      <p>{words.sentTo(email)}</p>
      <p>{words.where}</p>
      <form method="post" action={accountUrls.code} novalidate>
        <input type="hidden" name="retour" value={returnTo} />
        <input type="hidden" name="email" value={email} />
        <TextField
          {...field('code')}
          label={words.label}
          hint={words.hint}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={12}
          width="short"
        />
        <Button>{words.enter}</Button>
      </form>
      <form method="post" action={accountUrls.signIn}>
        <input type="hidden" name="retour" value={returnTo} />
        <input type="hidden" name="email" value={email} />
        <Button kind="quiet">{words.again}</Button>
      </form>
      <p>
        <a href={signInUrl(returnTo)}>{words.other}</a>
      </p>
    </Page>
  )
}

export function SignOutPage({ page }: { page: PageContext }) {
  const words = texts[page.language].signOut
  return (
    <Page page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.sentence}</p>
      <form method="post" action={accountUrls.signOut}>
        <Button>{words.button}</Button>
      </form>
    </Page>
  )
}
