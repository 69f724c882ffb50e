import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ContactList } from './contact-list.tsx'

test('one tap calls, whatever the way the number is written', () => {
  const html = renderToString(
    <ContactList contact={{ email: 'a@example.org', phone: '+33 1 99 00 12 34' }} />,
  )
  expect(html).toContain('href="tel:+33199001234"')
  expect(html).toContain('href="mailto:a@example.org"')
})

test('who has no telephone is written to', () => {
  const html = renderToString(<ContactList contact={{ email: 'a@example.org' }} />)
  expect(html.match(/<li>/g)).toHaveLength(1)
})
