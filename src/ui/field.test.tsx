import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ErrorSummary } from './error-summary.tsx'
import { EmailField, RadioGroup, SelectField, TextField } from './field.tsx'

const fr = { language: 'fr' } as const
const choices = [
  { value: 'morning', label: 'Le matin' },
  { value: 'evening', label: 'Le soir', hint: 'Après la fermeture.' },
]

test('a field is named by its label and described by its hint', () => {
  const html = renderToString(
    <EmailField {...fr} name="email" label="Votre adresse" hint="Pour la confirmation." />,
  )
  expect(html).toContain('<label class="label" for="email">Votre adresse</label>')
  expect(html).toContain('id="email-hint"')
  expect(html).toMatch(/<input[^>]*id="email"[^>]*aria-describedby="email-hint"/)
  expect(html).not.toContain('aria-invalid')
})

test('a wrong field keeps what was typed and says what is wrong, between hint and field', () => {
  const html = renderToString(
    <TextField
      {...fr}
      name="code"
      label="Code"
      hint="Six chiffres."
      value="12"
      error="Il manque des chiffres"
    />,
  )
  expect(html).toMatch(/<input[^>]*aria-describedby="code-hint code-error"[^>]*aria-invalid="true"/)
  expect(html).toContain('value="12"')
  expect(html).toContain('Erreur\u00a0: ')
  expect(html.indexOf('code-hint"')).toBeLessThan(html.indexOf('id="code-error"'))
  expect(html.indexOf('id="code-error"')).toBeLessThan(html.indexOf('<input'))
})

test('what a person typed is shown as text, whatever it is', () => {
  const html = renderToString(<TextField {...fr} name="note" label="Note" value={'"><script>'} />)
  expect(html).not.toContain('<script>')
})

test('a field that may stay empty says so', () => {
  expect(renderToString(<TextField {...fr} name="name" label="Votre nom" optional />)).toContain(
    '(facultatif)',
  )
})

test('radios are a group with one name, the summary can reach the first, the answer given is ticked', () => {
  const html = renderToString(
    <RadioGroup
      {...fr}
      name="when"
      label="Quand ?"
      choices={choices}
      value="evening"
      error="Choisissez un moment"
    />,
  )
  expect(html).toMatch(
    /<fieldset[^>]*role="radiogroup"[^>]*aria-describedby="when-error" aria-invalid="true"/,
  )
  expect(html).toMatch(/<input[^>]*id="when"[^>]*value="morning"/)
  expect(html).toMatch(/<input[^>]*id="when-evening"[^>]*checked[^>]*aria-describedby="when-evening-more"/)
})

test('a list keeps the choice made', () => {
  const html = renderToString(
    <SelectField {...fr} name="when" label="Quand" choices={choices} value="evening" />,
  )
  expect(html).toMatch(/<option[^>]*value="evening"[^>]*selected|<option[^>]*selected[^>]*value="evening"/)
})

test('the summary of errors is announced, takes the focus and leads to each field', () => {
  const errors = [{ field: 'email', message: 'Indiquez une adresse' }]
  const html = renderToString(<ErrorSummary {...fr} errors={errors} />)
  expect(html).toMatch(/role="alert" tabindex="-1" autofocus/)
  expect(html).toContain('<a href="#email">Indiquez une adresse</a>')
  expect(html).toContain('Un point est à corriger')
})

test('without an error there is no summary', () => {
  expect(renderToString(<ErrorSummary {...fr} errors={[]} />)).toBe('')
})
