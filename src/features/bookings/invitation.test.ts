import { sync } from 'node-ical'
import { expect, test } from 'vitest'
import { publishInvitation, writeInvitation, type Invitation } from './invitation.ts'

const invitation: Invitation = {
  bookingId: '3f0c7a52-0b7e-4a53-9a9c-1d2f5a8e6b10',
  sequence: 0,
  startsAt: new Date('2027-03-30T12:00:00Z'),
  endsAt: new Date('2027-03-30T12:30:00Z'),
  summary: 'Prendre en main sa fiche sur la carte',
  description:
    'Ma fiche est à moi, avec le bon nom ; le métier, l’adresse.\n\nVoir : https://pignon.example.org/reservations/abc',
  location: 'https://salle.example.org/f01',
  url: 'https://pignon.example.org/reservations/abc',
  organizer: { name: 'Programme Soutenons nos TPE-PME', email: 'bonjour@example.org' },
  attendee: { name: '', email: 'rose@example.org' },
  isCancelled: false,
  writtenAt: new Date('2026-11-23T09:00:00Z'),
}

const unfolded = (content: string) => content.replaceAll('\r\n ', '').split('\r\n')

const parsed = (content: string) => {
  const event = Object.values(sync.parseICS(content)).find((part) => part?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('no event')
  return event
}

test('the invitation, line by line', () => {
  const { method, content } = writeInvitation(invitation)
  expect(method).toBe('REQUEST')
  expect(unfolded(content)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pignon//Pignon//FR',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:booking-3f0c7a52-0b7e-4a53-9a9c-1d2f5a8e6b10@pignon.example.org',
    'SEQUENCE:0',
    'DTSTAMP:20261123T090000Z',
    'DTSTART:20270330T120000Z',
    'DTEND:20270330T123000Z',
    'SUMMARY:Prendre en main sa fiche sur la carte',
    'LOCATION:https://salle.example.org/f01',
    'DESCRIPTION:Ma fiche est à moi\\, avec le bon nom \\; le métier\\, l’adresse.\\n\\nVoir : https://pignon.example.org/reservations/abc',
    'ORGANIZER;CN="Programme Soutenons nos TPE-PME":mailto:bonjour@example.org',
    'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:MAILTO:rose@example.org',
    'URL;VALUE=URI:https://pignon.example.org/reservations/abc',
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('a cancellation names the same entry and organiser, with a higher number', () => {
  const { method, content } = writeInvitation({ ...invitation, sequence: 1, isCancelled: true })
  expect(method).toBe('CANCEL')
  const lines = unfolded(content)
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:CANCEL',
      'UID:booking-3f0c7a52-0b7e-4a53-9a9c-1d2f5a8e6b10@pignon.example.org',
      'SEQUENCE:1',
      'STATUS:CANCELLED',
      'ORGANIZER;CN="Programme Soutenons nos TPE-PME":mailto:bonjour@example.org',
    ]),
  )
})

test('no line is longer than 75 octets, and accents survive wherever the line is folded', () => {
  for (let shift = 0; shift < 80; shift += 1) {
    const summary = `${'x'.repeat(shift)}Créer une page où l’été se prépare dès l’hiver, à côté de l’église ${'é'.repeat(60)}`
    const { content } = writeInvitation({ ...invitation, summary })
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(parsed(content).summary).toBe(summary)
  }
})

test.each([
  [
    'the last Sunday of October 2026, the second half past two in Paris',
    '2026-10-25T01:30:00Z',
    '20261025T013000Z',
  ],
  ['the last Sunday of March 2027, half past three in Paris', '2027-03-28T01:30:00Z', '20270328T013000Z'],
  ['the last Sunday of March 2027, half past one in Paris', '2027-03-28T00:30:00Z', '20270328T003000Z'],
])('on %s the calendar says the same instant', (_, start, written) => {
  const startsAt = new Date(start)
  const { content } = writeInvitation({
    ...invitation,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 1_800_000),
  })
  expect(content).toContain(`DTSTART:${written}`)
  expect(content).not.toContain('TZID')
  expect(parsed(content).start.toISOString()).toBe(startsAt.toISOString())
})

test('the file of the booking’s page names no attendee', () => {
  const content = publishInvitation(invitation)
  expect(content).toContain('METHOD:PUBLISH')
  expect(content).not.toContain('ATTENDEE')
  expect(content).not.toContain('rose@example.org')
})

test('a person with a name is invited by it', () => {
  const { content } = writeInvitation({
    ...invitation,
    attendee: { name: 'Rose Écrivain', email: 'rose@example.org' },
  })
  expect(unfolded(content).find((line) => line.startsWith('ATTENDEE'))).toContain('CN="Rose Écrivain"')
})
