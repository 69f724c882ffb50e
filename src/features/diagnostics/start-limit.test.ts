import { expect, test } from 'vitest'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'

const app = anApp(freshDatabase())

test('a workshop of a hundred owners behind one connection can start; a machine that goes on cannot', async () => {
  const visitor = app.visitor()
  const statuses: number[] = []
  for (let i = 0; i < 101; i += 1) statuses.push((await visitor.post('/diagnostic')).status)
  expect(statuses.slice(0, 100)).toEqual(Array(100).fill(303))
  expect(statuses.at(-1)).toBe(429)
})
