import { expect, test } from 'vitest'
import { launchProgram, testSettings } from '../../../bin/lib/program.ts'

const good = testSettings('postgres://nobody@127.0.0.1:1/nowhere')

test.each(['web', 'worker'] as const)(
  'the %s does not start with wrong settings: it says all of them, and that a restart will not help',
  { timeout: 60_000 },
  async (name) => {
    const program = launchProgram(name, { ...good, PORT: 'eighty', SECRET: 'short', PUBLIC_URL: 'pignon' })
    expect(await program.ended).toBe(78)
    for (const setting of ['PORT', 'SECRET', 'PUBLIC_URL']) expect(program.words()).toContain(`- ${setting} `)
    expect(program.words()).toContain('.env.example')
    expect(program.words()).not.toContain('    at ')
  },
)

test('a database that does not answer is said in a sentence', { timeout: 60_000 }, async () => {
  const program = launchProgram('web', good)
  expect(await program.ended).toBe(1)
  expect(program.words()).toContain('The database at DATABASE_URL does not answer')
})
