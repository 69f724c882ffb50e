import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../app.ts'
import { aBooking } from '../../testing/a-training-session.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import type { Replay } from '../programmes/replay.ts'
import { findWatch } from './store.ts'

const database = freshDatabase()
const app = anApp(database)

const page = '/formations/prendre-en-main-sa-fiche/replay'
const watched = `${page}/vu`
const file = (name: string) => readFile(`programmes/soutenons-nos-tpe-pme/replays/${name}`)

const english = { 'accept-language': 'en' }

test('the page has the player with its captions, the chapters as links, and every word of the text', async () => {
  const { status, html, headers } = await app.visitor().get(page)
  expect(status).toBe(200)
  expect(html).toContain('1 min 19')
  expect(html).toContain('src="/replays/F01.mp4"')
  expect(html).toMatch(/<track kind="captions" src="\/replays\/F01\.fr\.vtt" srclang="fr"[^>]* default/)
  expect(html).toContain('<track kind="chapters" src="/replays/F01.chapters.fr.vtt"')
  expect(html).toContain(`href="${page}?t=24#lecteur"`)
  expect(html).toContain('Ne dites jamais ce code à quelqu’un qui vous appelle.')
  expect(html).toContain('voix de synthèse')
  expect(html).toContain('"@type":"VideoObject"')
  expect(html).not.toContain('data-report')
  expect(headers['content-security-policy']).toContain("media-src 'self';")
})

test('an English reader has English captions and text', async () => {
  const { html } = await app.visitor().get(page, english)
  expect(html).toMatch(/srclang="en"[^>]* default/)
  expect(html).toContain('Never tell this code to somebody who calls you.')
})

test('a link to a moment begins there without a script, and nonsense begins at the start', async () => {
  expect((await app.visitor().get(`${page}?t=24`)).html).toContain('src="/replays/F01.mp4#t=24"')
  expect((await app.visitor().get(`${page}?t=99999`)).html).toContain('src="/replays/F01.mp4#t=78"')
  for (const t of ['-4', 'x', '1e9', '%00', '123456789'])
    expect((await app.visitor().get(`${page}?t=${t}`)).html).not.toContain('#t=')
})

test('a training without a replay has no such page, nor one under its number', async () => {
  for (const path of ['/formations/F01/replay', '/formations/inconnue/replay', '/formations/horaires/replay'])
    expect((await app.visitor().get(path)).status).toBe(404)
})

test('the training and the catalogue say that it can be seen again', async () => {
  const training = await app.visitor().get('/formations/prendre-en-main-sa-fiche')
  expect(training.html).toContain(`href="${page}"`)
  expect(training.html).toContain('Revoir : 1 min 19')
  expect((await app.visitor().get('/formations')).html.match(/Replay : 1 min/g)).toHaveLength(2)
})

test('the text is a file to download, in both languages', async () => {
  const french = await app.visitor().get(`${page}/transcription.txt`)
  expect(french.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(french.headers['content-disposition']).toContain('F01-prendre-en-main-sa-fiche.txt')
  expect(french.html).toContain('0:24  Dites que c’est vous\nTouchez « Revendiquer cet établissement ».')
  const other = await app.visitor().get(`${page}/transcription.txt?langue=en`)
  expect(other.html).toContain('Take charge of your map listing')
})

describe('the bytes of the video', () => {
  const video = '/replays/F01.mp4'
  const ask = (headers: Record<string, string> = {}) =>
    app.server.inject({ method: 'GET', url: video, headers: { 'accept-encoding': 'br, gzip', ...headers } })

  test('come whole, as they are, and may be kept for a day', async () => {
    const reply = await ask()
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=86400',
    })
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(reply.rawPayload.equals(await file('F01.mp4'))).toBe(true)
  })

  test('come in pieces, from the middle and from the end', async () => {
    const whole = await file('F01.mp4')
    const piece = await ask({ range: 'bytes=1000-1999' })
    expect(piece.statusCode).toBe(206)
    expect(piece.headers['content-range']).toBe(`bytes 1000-1999/${whole.length}`)
    expect(piece.rawPayload.equals(whole.subarray(1000, 2000))).toBe(true)
    const end = await ask({ range: 'bytes=-10' })
    expect(end.rawPayload.equals(whole.subarray(-10))).toBe(true)
    expect((await ask({ range: 'bytes=0-' })).statusCode).toBe(206)
  })

  test('a piece beyond the end, or that is none, is refused with the length there is', async () => {
    const { length } = await file('F01.mp4')
    const beyond = await ask({ range: `bytes=${length}-` })
    expect(beyond.statusCode).toBe(416)
    expect(beyond.headers['content-range']).toBe(`bytes */${length}`)
    for (const range of ['bytes=abc', 'bytes=9-1']) expect((await ask({ range })).statusCode).toBe(416)
    for (const range of ['seconds=1-2', 'bytes=0-1,5-6']) expect((await ask({ range })).statusCode).toBe(200)
  })

  test('a piece of an older version is answered with the whole of this one', async () => {
    const { headers } = await ask()
    const range = 'bytes=0-9'
    expect((await ask({ range, 'if-range': String(headers['last-modified']) })).statusCode).toBe(206)
    expect((await ask({ range, 'if-range': 'Mon, 01 Jan 2024 00:00:00 GMT' })).statusCode).toBe(200)
    expect((await ask({ range, 'if-range': '"another"' })).statusCode).toBe(200)
    expect((await ask({ 'if-none-match': String(headers['etag']) })).statusCode).toBe(304)
  })

  test('captions are text in UTF-8, whole or in pieces', async () => {
    const url = '/replays/F01.fr.vtt'
    const reply = await app.server.inject({ method: 'GET', url, headers: { 'accept-encoding': 'identity' } })
    expect(reply.headers['content-type']).toBe('text/vtt; charset=utf-8')
    expect(reply.rawPayload.equals(await file('F01.fr.vtt'))).toBe(true)
    const headers = { range: 'bytes=0-5', 'accept-encoding': 'gzip' }
    const piece = await app.server.inject({ method: 'GET', url, headers })
    expect([piece.statusCode, piece.body]).toEqual([206, 'WEBVTT'])
  })

  test('what no replay names is not given out', async () => {
    for (const name of [
      'README.md',
      'F01.story.yaml',
      '../programme.yaml',
      '..%2Fprogramme.yaml',
      '',
      'F02.mp4',
    ])
      expect((await app.visitor().get(`/replays/${name}`)).status, name).toBe(404)
  })
})

describe('what is remembered', () => {
  const report = (body: unknown, headers: Record<string, string> = {}) =>
    app.server.inject({
      method: 'POST',
      url: watched,
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      payload: JSON.stringify(body),
    })

  test('nothing of a passer-by', async () => {
    expect((await report({ reservation: null, played: [[0, 10]], at: 10 })).statusCode).toBe(403)
    const made = 'x'.repeat(22)
    expect((await report({ reservation: made, played: [[0, 10]], at: 10 })).statusCode).toBe(403)
    expect(await database.db.selectFrom('replayWatches').selectAll().execute()).toEqual([])
  })

  test('for who comes with a booking: where they left, on another telephone too', async () => {
    const { token, personId } = await aBooking(database.db)
    const own = `${page}?reservation=${token}`
    const { html } = await app.visitor().get(own)
    expect(html).toContain(`data-report="${watched}"`)
    expect(html).toContain('noindex')
    expect((await report({ reservation: token, played: [[0, 20]], at: 20 })).statusCode).toBe(204)
    expect(await findWatch(database.db, { personId, trainingId: 'F01' })).toEqual({
      resumeAt: 20,
      watchedSeconds: 20,
    })
    const again = (await app.visitor().get(own)).html
    expect(again).toContain('src="/replays/F01.mp4#t=20"')
    expect(again).toContain('Vous reprenez à 0:20.')
    expect(again).toContain('Vous avez déjà vu 20 s sur 1 min 19.')
    expect(again).toContain(`href="${page}?reservation=${token}&amp;t=24#lecteur"`)
  })

  test('for who has signed in, without a token', async () => {
    const visitor = await app.signedInAs(null, 'rose@example.org')
    expect((await visitor.get(page)).html).toContain('data-report')
    const sent = await report({ reservation: null, played: [[0, 5]], at: 5 }, { cookie: visitor.cookie() })
    expect(sent.statusCode).toBe(204)
    expect((await visitor.get(page)).html).toContain('Vous reprenez à 0:05.')
  })

  test('nonsense is refused, and another site may not report', async () => {
    const { token: reservation } = await aBooking(database.db)
    const nonsense = [
      { played: [[10, 10]], at: 0 },
      { played: [[20, 10]], at: 0 },
      { played: [[-1, 10]], at: 0 },
      { played: [[0, 1.5]], at: 0 },
      { played: [[0, 1e12]], at: 0 },
      { played: [[0, 10]], at: -1 },
      { played: '{[0,10)}', at: 0 },
      { played: Array.from({ length: 501 }, () => [0, 1]), at: 0 },
      { played: [[0, 10]] },
      { played: [[0, 10]], at: 0, personId: 'somebody' },
    ]
    for (const one of nonsense) expect((await report({ reservation, ...one })).statusCode).toBe(422)
    for (const one of [null, [], 'x', 4]) expect((await report(one)).statusCode).toBe(422)
    const whole = { reservation, played: [[0, 10]], at: 10 }
    expect((await report(whole, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  })
})

/** The site with the replay of F01 changed, in a folder of its own. */
async function anAppWith(change: Partial<Replay>) {
  const parent = await mkdtemp(join(tmpdir(), 'replay-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const folder = join(parent, 'soutenons-nos-tpe-pme')
  await cp('programmes/soutenons-nos-tpe-pme', folder, { recursive: true })
  const trainings = app.programme.trainings.map((training) =>
    training.id === 'F01' && training.replay
      ? { ...training, replay: { ...training.replay, ...change } }
      : training,
  )
  const programme = { ...app.programme, trainings }
  const config = { ...app.services.config, programme: folder }
  const services = { ...app.services, config, clock: () => testNow }
  return createApp({ services, programme, assetsFolder: 'dist/none' })
}

test('a video at another address may be played on its page, and only there', async () => {
  const video = 'https://video.example.org/flash/F01.mp4'
  const server = await anAppWith({ video })
  const reply = await server.inject({ method: 'GET', url: page })
  expect(reply.headers['content-security-policy']).toContain("media-src 'self' https://video.example.org;")
  expect(reply.body).toContain(`src="${video}"`)
  expect(reply.body).toContain('La vidéo est envoyée par video.example.org')
  const other = await server.inject({ method: 'GET', url: '/formations/prendre-en-main-sa-fiche' })
  expect(other.headers['content-security-policy']).toContain("media-src 'self';")
  expect((await server.inject({ method: 'GET', url: '/replays/F01.mp4' })).statusCode).toBe(404)
  await server.close()
})

test('a replay in one language and without chapters is still whole, and says in which language it is', async () => {
  const server = await anAppWith({ captions: { fr: 'replays/F01.fr.vtt' }, chapters: {} })
  const { body } = await server.inject({ method: 'GET', url: page, headers: { 'accept-language': 'en' } })
  expect(body).toContain('There is no text in your language')
  expect(body).toContain('<div class="said" lang="fr">')
  expect(body).toContain('Touchez «')
  expect(body).toMatch(/srclang="fr"[^>]* default/)
  expect(body).not.toContain('kind="chapters"')
  expect(body).not.toContain('id="chapitres"')
  const text = await server.inject({ method: 'GET', url: `${page}/transcription.txt?langue=en` })
  expect(text.body).toContain('Prendre en main sa fiche sur la carte\n\nBonjour.')
  await server.close()
})
