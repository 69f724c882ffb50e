import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { OptionList } from './option-list.tsx'
import { Progress } from './progress.tsx'

const options = [
  { value: 'yes', label: 'Oui' },
  { value: 'dont-know', label: 'Je ne sais pas' },
]

test('each answer is one tap: a button that sends it', () => {
  const html = renderToString(<OptionList language="fr" name="answer" labelledBy="q" options={options} />)
  expect(html).toContain('<button type="submit" class="option" name="answer" value="dont-know">')
  expect(html).not.toContain('Votre réponse')
})

test('the answer given before is marked in words, and only that one', () => {
  const html = renderToString(
    <OptionList language="fr" name="answer" labelledBy="q" options={options} current="yes" />,
  )
  expect(html.match(/Votre réponse/g)).toHaveLength(1)
  expect(html.indexOf('Votre réponse')).toBeLessThan(html.indexOf('Je ne sais pas'))
})

test('progress is told in words, and lights the windows behind', () => {
  const html = renderToString(<Progress language="fr" question={5} total={22} minutesLeft={4} />)
  expect(html).toContain('Question 5 sur 22')
  expect(html).toContain('encore 4 minutes environ')
  expect(html.match(/class="lit"/g)).toHaveLength(4)
  expect(html.match(/<rect/g)).toHaveLength(22)
})
