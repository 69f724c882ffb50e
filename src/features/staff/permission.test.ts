import { expect, test } from 'vitest'
import type { Actor } from '../accounts/person.ts'
import { mayOpen, type CounterPage } from './permission.ts'

const as = (role: Actor['role']): Actor => ({
  personId: 'p',
  name: 'Camille',
  email: 'camille@example.org',
  role,
  relayId: null,
})

const table: [
  CounterPage,
  { owner: boolean; trainer: boolean; adviser: boolean; relay: boolean; operator: boolean },
][] = [
  ['indicators', { owner: false, trainer: true, adviser: true, relay: true, operator: true }],
  ['businesses', { owner: false, trainer: false, adviser: true, relay: true, operator: true }],
  ['imports', { owner: false, trainer: false, adviser: false, relay: false, operator: true }],
  ['content', { owner: false, trainer: false, adviser: false, relay: false, operator: true }],
  ['members', { owner: false, trainer: false, adviser: false, relay: false, operator: true }],
]

test.each(table)('who may open %s', (page, expected) => {
  const found = {
    owner: mayOpen(as(null), page),
    trainer: mayOpen(as('trainer'), page),
    adviser: mayOpen(as('adviser'), page),
    relay: mayOpen(as('relay-manager'), page),
    operator: mayOpen(as('operator'), page),
  }
  expect(found).toEqual(expected)
  expect(mayOpen(null, page)).toBe(false)
})
