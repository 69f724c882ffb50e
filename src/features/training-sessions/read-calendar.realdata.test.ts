/** Calendars made by others, when they are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCalendar } from './read-calendar.ts'

const folder = join(import.meta.dirname, '../../../../shared/realdata/ics')

test('forty calendars made by others are read without a crash, whatever the year', async ({ skip }) => {
  skip(!existsSync(folder), `${folder} is not on this machine`)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ics'))
  expect(files).toHaveLength(40)
  for (const year of ['1998', '2005', '2026']) {
    const readings = await Promise.all(
      files.map((name) =>
        readCalendar(readFileSync(join(folder, name), 'utf8'), new Date(`${year}-01-01T00:00:00Z`)),
      ),
    )
    expect(readings.filter(({ kind }) => kind === 'read')).toHaveLength(40)
  }
})
