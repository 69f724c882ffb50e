import { expect, test } from 'vitest'
import { alarmOf, classOfBounce } from './bounce.ts'
import { readBounce } from './read-bounce.ts'

test.each([
  ['5.1.1', 'user unknown', 'hard'],
  ['5.1.10', 'recipient not found', 'hard'],
  ['5.2.1', 'mailbox disabled', 'hard'],
  ['5.2.2', 'mailbox full', 'soft'],
  ['4.2.2', 'over quota', 'soft'],
  ['4.7.1', 'greylisted, try later', 'soft'],
  ['5.7.1', 'user unknown', 'policy'],
  ['5.0.0', '553 blocked by Spamhaus block list', 'policy'],
  ['5.3.0', 'other mail system problem', 'soft'],
  [null, 'something went wrong', 'soft'],
  [null, '550 no such user here', 'hard'],
  ['5.1.8', 'domain of sender address does not exist', 'soft'],
  ['5.1.1', 'Adresse d au moins un destinataire invalide. OFR_416', 'hard'],
  ['5.2.0', 'Mail rejete. Mail rejected. OFR_506 [506]', 'policy'],
  ['4.0.0', 'Service refuse. OFR_999 [999]', 'soft'],
] as const)('%s, "%s" is %s', (status, words, expected) => {
  expect(classOfBounce(status, words)).toBe(expected)
})

test('a mailing pauses itself when too much comes back, and not for one wrong address in ten', () => {
  const fine = { sent: 1000, hard: 50, policy: 2, complaints: 1 }
  expect(alarmOf(fine)).toBeNull()
  expect(alarmOf({ ...fine, hard: 51 })).toBe('bounces')
  expect(alarmOf({ ...fine, complaints: 2 })).toBe('complaints')
  expect(alarmOf({ ...fine, policy: 3 })).toBe('policy')
  expect(alarmOf({ sent: 10, hard: 1, policy: 0, complaints: 0 })).toBeNull()
})

const id = '3f6c1a52-8a43-4d4e-9c0e-2f4a5b6c7d8e'
const report = (lines: string) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example.net',
      `To: r+${id}@example.org`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      'Auto-Submitted: auto-replied',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.net',
      '',
      'Final-Recipient: rfc822; rose@example.org',
      ...lines.split('\n'),
      '',
      '--b--',
      '',
    ].join('\r\n'),
  )

test('a delivery report says of which mail, and with the code in its words when the field is vague', async () => {
  const read = await readBounce(
    report('Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 user unknown'),
  )
  expect(read).toMatchObject({ bounce: 'hard', status: '5.1.1', recipientId: id })
})

test('a mail that arrived after all is no bounce', async () => {
  expect(await readBounce(report('Action: delivered\nStatus: 2.0.0'))).toBeNull()
})

test.each([
  [
    'a notice of absence',
    'From: rose@example.org\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nBack on Monday. 5.1.1',
  ],
  ['an answer', 'From: rose@example.org\nSubject: Re: Une formation\n\nMerci ! user unknown'],
  ['nothing at all', ''],
  ['noise', '\u0000\u0001\uFFFF'.repeat(1000)],
])('%s is no bounce', async (_, raw) => {
  expect(await readBounce(Buffer.from(raw))).toBeNull()
})

test('an old server that writes prose is understood, and the returned mail names its own', async () => {
  const prose = `From: MAILER-DAEMON@old.example.net\nTo: someone@example.org\nSubject: failure notice\n\nHi. This is the qmail-send program.\n<rose@example.org>:\nRemote host said: 550 no such user\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <${id}@example.org>\nSubject: 4.2.2`
  expect(await readBounce(Buffer.from(prose))).toMatchObject({ bounce: 'hard', recipientId: id })
})
