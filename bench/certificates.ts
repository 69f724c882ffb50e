/** Certificates: issuing one, against the one statement that keeps it single; drawing one, against one line on a page. */
import PdfDocument from 'pdfkit'
import { Pool } from 'pg'
import { createServer } from 'vite'
import { jsx } from '../vite.plugins.ts'
import { newPrintedCode, systemClock } from '../src/core/clock.ts'
import { transaction } from '../src/core/db.ts'
import type { Certificate } from '../src/features/certificates/certificate.ts'
import { issueCertificate } from '../src/features/certificates/issue-certificate.ts'
import { findTraining } from '../src/features/programmes/programme.ts'
import type * as Paper from '../src/features/certificates/paper.view.tsx'
import type * as Diploma from '../src/ui/pdf-diploma.ts'
import { compare, perSecond, type Figure } from './harness.ts'
import { settle, statement, type Bench } from './town.ts'
import { clients, openStage, type Stage } from './verbs.ts'

export async function certificates(bench: Bench): Promise<Figure[]> {
  return [await issuing(bench), await drawing(bench)]
}

async function issuing({ pace, emptyDatabase }: Bench): Promise<Figure> {
  const url = await emptyDatabase()
  const stage = await openStage(url)
  const pool = new Pool({ connectionString: url, max: clients })
  let people: string[] = []
  const prepare = async () => {
    people = await makeGraduates(url, stage.programme.hash, Math.ceil(pace.seconds * 20_000))
    await settle(url)
  }
  const measure = (act: (personId: string) => Promise<void>) => () =>
    perSecond(() => act(people.pop() ?? tooFew()), { clients, seconds: pace.seconds })
  const figure = await compare(
    {
      name: 'certificate',
      unit: 'certificates/s',
      comparedWith: 'bare insert, on conflict do nothing',
      note: 'ours looks for the best attempt and for who was there, and queues the mail; each in its own transaction',
      prepare,
      ours: measure(ourIssue(stage)),
      limit: measure(bareInsert(pool)),
    },
    pace,
  )
  await pool.end()
  await stage.close()
  return figure
}

function tooFew(): never {
  throw new Error('more certificates than we prepared people for')
}

function ourIssue({ db, programme }: Stage) {
  const training = findTraining(programme, 'F01')
  if (!training) throw new Error('F01 is gone')
  const about = { programme, training, name: 'Rose Lefèvre', language: 'fr' as const }
  return async (personId: string) => {
    const outcome = await transaction(db, (tx) => issueCertificate(tx, systemClock(), { ...about, personId }))
    if (outcome.kind !== 'issued') throw new Error(`a certificate was not issued: ${outcome.kind}`)
  }
}

const insert = `insert into certificates (code, person_id, training_id, name, language, title, minutes, followed_on, way,
    right_count, question_count, programme, issued_at)
  values ($1, $2, 'F01', 'Rose Lefèvre', 'fr', 'A training', 30, '2026-11-24', 'declared', 3, 3, '{}', $3)
  on conflict on constraint one_certificate_per_person_and_training do nothing returning id`

function bareInsert(pool: Pool) {
  return async (personId: string) => {
    const values = [newPrintedCode(), personId, systemClock()]
    const { rowCount } = await pool.query({ name: 'certificate', text: insert, values })
    if (rowCount !== 1) throw new Error('the bare insert found a certificate')
  }
}

/** People who were there and passed the quiz. */
async function makeGraduates(url: string, release: string, count: number): Promise<string[]> {
  const rows = await statement<{ id: string }>(url, graduates, [count, release])
  return rows.map(({ id }) => id)
}

const graduates = `with session as (
    insert into training_sessions (training_id, starts_at, ends_at, zone, capacity, seats_taken, trainer, created_at)
    values ('F01', now() - interval '1 day', now() - interval '23 hours', 'Europe/Paris', $1, $1, 'A. Trainer', now())
    returning id
  ), person as (
    insert into people (email) select gen_random_uuid() || '@example.org' from generate_series(1, $1) returning id
  ), booking as (
    insert into bookings (token, training_session_id, person_id, language, booked_at)
    select gen_random_uuid()::text, session.id, person.id, 'fr', now() from session, person returning id, person_id
  ), declaration as (
    insert into attendance_declarations (booking_id, state, declared_by, declared_at)
    select id, 'present', person_id, now() from booking
  ), attempt as (
    insert into quiz_attempts
      (person_id, training_id, release_id, form_key, shown, answers, right_count, question_count, answered_at)
    select id, 'F01', $2, 'a form', '[]', '{}', 3, 3, now() from person
  )
  select id from person`

const certificate: Certificate = {
  id: '',
  code: 'k7qf3mzt8h2wy4pnvd6xrcj5ab',
  trainingId: 'F01',
  name: 'Rose Lefèvre',
  language: 'fr',
  title: 'A training',
  minutes: 30,
  followedOn: '2026-11-24',
  way: 'declared',
  rightCount: 3,
  questionCount: 3,
  programme: {
    name: 'A programme',
    organisation: 'An organisation',
    brand: { deep: 'oklch(36% 0.07 160)', bright: 'oklch(50% 0.19 27)' },
  },
  issuedAt: new Date('2026-11-25T10:00:00Z'),
}

async function drawing({ pace }: Bench): Promise<Figure> {
  // The fonts are inlined by the build: without it, its modules are loaded the same way.
  const vite = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true },
    ...jsx,
  })
  const { certificatePaper } = (await vite.ssrLoadModule(
    '/src/features/certificates/paper.view.tsx',
  )) as typeof Paper
  const { writeDiploma } = (await vite.ssrLoadModule('/src/ui/pdf-diploma.ts')) as typeof Diploma
  const measure = (work: () => Promise<unknown>) => () =>
    perSecond(() => work().then(() => undefined), { clients: 1, seconds: pace.seconds })
  const figure = await compare(
    {
      name: 'certificate drawn',
      unit: 'PDF/s',
      comparedWith: 'pdfkit, one line on a page',
      note: 'ours embeds three fonts, is tagged, and draws an awning and the squares of a QR as shapes; one at a time',
      ours: measure(() => writeDiploma(certificatePaper(certificate, 'https://pignon.example.org'))),
      limit: measure(bareLine),
    },
    pace,
  )
  await vite.close()
  return figure
}

function bareLine(): Promise<void> {
  return new Promise((resolve) => {
    const pdf = new PdfDocument({ size: 'A4', layout: 'landscape' })
    pdf.on('data', () => undefined)
    pdf.on('end', resolve)
    pdf.text(certificate.name)
    pdf.end()
  })
}
