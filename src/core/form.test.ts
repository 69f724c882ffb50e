import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm } from './form.ts'

const schema = z.object({
  name: z.string({ error: 'name.missing' }).min(1, 'name.missing'),
  seats: z.string({ error: 'seats.missing' }).regex(/^\d+$/, 'seats.number').transform(Number),
})

test('a good form gives its values', () => {
  const form = parseForm(schema, { name: ' Rose ', seats: '12' })
  expect(form).toEqual({ ok: true, value: { name: 'Rose', seats: 12 }, typed: { name: 'Rose', seats: '12' } })
})

test('a wrong form gives back what was typed and one message a field', () => {
  const form = parseForm(schema, { name: '', seats: 'many' })
  expect(form).toEqual({
    ok: false,
    typed: { name: '', seats: 'many' },
    errors: { name: 'name.missing', seats: 'seats.number' },
  })
})

test.each([[undefined], [null], ['text'], [{}], [{ name: { a: 1 }, seats: [['x']] }]])(
  'a body such as %j is refused, not a crash',
  (body) => {
    expect(parseForm(schema, body).ok).toBe(false)
  },
)

test('a field sent twice counts once, and null characters are dropped', () => {
  expect(parseForm(schema, { name: ['Ann', 'Ro\u0000se'], seats: '1' })).toMatchObject({
    value: { name: 'Rose' },
  })
})
