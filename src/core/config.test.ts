import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ConfigError, readConfig, settingNames } from './config.ts'

const good = { DATABASE_URL: 'postgres://localhost/pignon', SECRET: 'x'.repeat(32), DEV_MAIL: '1' }

test('good settings are read once and frozen', () => {
  const config = readConfig({ ...good, PUBLIC_URL: 'http://localhost:3000/', PORT: '8080' })
  expect(config.port).toBe(8080)
  expect(config.publicUrl).toBe('http://localhost:3000')
  expect(Object.isFrozen(config)).toBe(true)
})

test('everything that is wrong is said in one go', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://x',
    SECRET: 'short',
    PORT: 'eighty',
    SMTP_URL: 'relay',
  })
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'DATABASE_URL',
    'PORT',
    'SECRET',
    'SMTP_URL',
  ])
})

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('an empty variable counts as absent', () => {
  expect(() => readConfig({ ...good, DATABASE_URL: '' })).toThrow('DATABASE_URL is missing')
})

test('mails must go somewhere', () => {
  expect(() => readConfig({ ...good, DEV_MAIL: '0' })).toThrow('SMTP_URL is missing')
  expect(() => readConfig({ ...good, SMTP_URL: 'smtp://localhost:25' })).toThrow('MAIL_FROM is missing')
})

test('sign-in codes are never shown on a public address', () => {
  expect(() => readConfig({ ...good, PUBLIC_URL: 'https://pignon.example.org' })).toThrow(
    'DEV_MAIL must be 0',
  )
})

test('.env.example explains every setting, and none that does not exist', () => {
  const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^# ?([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  )
  // Read by the programs of bin/ only: whether to invent a town.
  expect(new Set(explained)).toEqual(new Set([...settingNames, 'PIGNON_DEMO']))
  expect(explained).toHaveLength(settingNames.length + 1)
})
