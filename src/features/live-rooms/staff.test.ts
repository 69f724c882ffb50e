import { expect, test } from 'vitest'
import { newId } from '../../core/clock.ts'
import { aLiveRoom } from '../../testing/a-live-room.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { bookingUrls } from '../bookings/urls.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { roomPaths } from './urls.ts'

const database = freshDatabase()
const app = anApp(database, () => testNow)

const twoOptions = { words: 'Avez-vous un site ?', options: 'Oui\nNon' }
const idIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''

async function aHostedRoom(email: string) {
  const operator = await app.signedInAs('operator', email)
  const { session, seats } = await aLiveRoom(database.db)
  const [seat] = seats
  return {
    operator,
    session,
    room: bookingUrls.staffRoom(session.id),
    seatRoom: bookingUrls.room(seat?.token ?? ''),
  }
}

test('the roster leads who may run the session to its room; an adviser finds none', async () => {
  const { operator, session, room } = await aHostedRoom('leads@example.org')
  expect((await operator.get(staffSessionUrl(session.id))).html).toContain(`href="${room}">Animer la salle`)
  const adviser = await app.signedInAs('adviser', 'none@example.org')
  expect((await adviser.get(staffSessionUrl(session.id))).html).not.toContain(room)
  expect((await adviser.get(room)).status).toBe(404)
  expect((await adviser.post(room + roomPaths.polls, twoOptions)).status).toBe(404)
  expect((await app.visitor().get(room)).status).toBe(303)
  expect((await operator.get(bookingUrls.staffRoom(newId()))).status).toBe(404)
})

test('a poll is prepared unseen, opened, answered, and ends with its results for all', async () => {
  const { operator, room, seatRoom } = await aHostedRoom('polls@example.org')
  const owner = app.visitor()
  expect((await operator.post(room + roomPaths.polls, twoOptions)).location).toBe(`${room}#sondages`)
  expect((await owner.get(seatRoom)).html).not.toContain('Avez-vous un site')
  const poll = idIn((await operator.get(room)).html, 'poll')
  const turn = (state: string) => operator.post(room + roomPaths.pollStates, { poll, state })
  expect((await turn('open')).status).toBe(303)
  const open = await owner.get(seatRoom)
  expect(open.html).toContain('Sondage : Avez-vous un site ?')
  const choose = (choice: string) => owner.post(seatRoom + roomPaths.choices, { poll, choice })
  expect((await choose('0')).location).toBe(`${seatRoom}#sondages`)
  const answered = await owner.get(seatRoom)
  expect(answered.html).toContain('Vous pouvez changer de réponse')
  expect(answered.html).not.toContain('100 %')
  expect((await operator.get(room)).html).toContain('100 % (1)')
  await turn('closed')
  expect((await owner.get(seatRoom)).html).toContain('100 % (1)')
  const late = await choose('1')
  expect(late.status).toBe(409)
  expect(late.html).toContain('Ce sondage vient de se terminer. Votre réponse n’est pas comptée.')
  expect(late.html).toContain('100 % (1)')
})

test.each([
  [{ words: '', options: 'Oui\nNon' }, 'Écrivez la question du sondage.'],
  [{ words: 'Prêts ?', options: 'Oui\n\nOui' }, 'Écrivez au moins deux réponses'],
  [{ words: 'Prêts ?', options: 'abcdefg'.split('').join('\n') }, 'Six réponses au plus'],
  [{ words: 'Prêts ?', options: `Oui\n${'n'.repeat(81)}` }, 'Une réponse est trop longue'],
  [{ words: 'a'.repeat(201), options: 'Oui\nNon' }, '200 signes au plus'],
])('a poll that is not complete comes back with what was typed: %o', async (fields, sentence) => {
  const { operator, room } = await aHostedRoom(`wrong-${newId()}@example.org`)
  const page = await operator.post(room + roomPaths.polls, fields)
  expect(page.status).toBe(422)
  expect(page.html).toContain(sentence)
  expect(page.html).toContain(fields.options.slice(0, 3))
})

test('a question that is hidden is read by nobody else, and comes back when it is shown again', async () => {
  const { operator, room, seatRoom } = await aHostedRoom('hides@example.org')
  const owner = app.visitor()
  await owner.post(seatRoom + roomPaths.questions, { words: 'Achetez mon produit' })
  const question = idIn((await operator.get(room)).html, 'question')
  const mark = (state: string) => operator.post(room + roomPaths.questions, { question, state })
  expect((await mark('hidden')).status).toBe(303)
  expect((await owner.get(seatRoom)).html).not.toContain('Achetez mon produit')
  expect((await operator.get(room)).html).toContain('Masquée')
  await mark('shown')
  expect((await owner.get(seatRoom)).html).toContain('Achetez mon produit')
  await mark('answered')
  expect((await owner.get(seatRoom)).html).toContain('Répondue')
  expect((await mark('deleted')).status).toBe(409)
})

test('the slides are a link for everybody, and only a safe one', async () => {
  const { operator, room, seatRoom } = await aHostedRoom('slides@example.org')
  const put = (slides: string) => operator.post(room + roomPaths.slides, { slides })
  expect((await put('javascript:alert(1)')).status).toBe(422)
  expect((await put('https://fichiers.example.org/f01.pdf')).status).toBe(303)
  expect((await app.visitor().get(seatRoom)).html).toContain('href="https://fichiers.example.org/f01.pdf"')
  await put('')
  expect((await app.visitor().get(seatRoom)).html).not.toContain('f01.pdf')
})
