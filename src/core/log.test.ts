import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('addresses of people never reach the log, wherever an error carries them', () => {
  const lines: string[] = []
  const log = createLog({ logLevel: 'info', logFormat: 'json' }, { write: (line) => void lines.push(line) })
  const refused = Object.assign(new Error('550 no mailbox rose.o-brien+shop@example.co.uk here'), {
    rejected: ['rose.o-brien+shop@example.co.uk'],
    detail: 'Key (email)=(paul@example.org) already exists.',
  })
  log.error({ err: refused, email: 'ann@example.org' }, 'job failed for <zoe@example.org>')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/rose|paul|ann@|zoe|@example/)
  const line = JSON.parse(lines[0] ?? '') as { err: { stack: string; message: string } }
  expect(line.err.message).toBe('550 no mailbox [e-mail] here')
  expect(line.err.stack).toContain('log.test.ts')
})
