import type { Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { queueMail, type Mail } from '../../core/mail.ts'
import { formatDate } from '../../ui/format.ts'
import { renderMail } from '../../ui/mail.tsx'
import { findRun, type Releases } from '../diagnostics/store.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import { countPlanMail } from './count-plan-mail.ts'
import type { KeptPlan } from './plan.ts'
import { findPlan } from './store.ts'
import { planSummary } from './tell-plan.ts'
import { texts } from './texts.ts'

/** `address`: of the network, for the limit; `language`: that of the page. */
export type PlanMailRequest = {
  releases: Releases
  publicUrl: string
  token: string
  email: string
  address: string
  language: Language
}

export type PlanMailOutcome =
  | { kind: 'mailed' }
  | { kind: 'too-many'; of: 'email' | 'address' }
  | { kind: 'no-plan' }
  | { kind: 'not-found' }

/** Two clicks in this time are one wish. */
const oneWishMilliseconds = 300_000

/** Sends the plan with its private link to the address its owner wrote, which is kept for nothing else. */
export async function mailPlan(tx: Tx, now: Date, request: PlanMailRequest): Promise<PlanMailOutcome> {
  const { releases, token, email } = request
  const run = await findRun(tx, token)
  if (!run) return { kind: 'not-found' }
  const plan = await findPlan(tx, run.id)
  if (!plan) return { kind: 'no-plan' }
  const attempt = await countPlanMail(tx, now, request)
  if (attempt.kind === 'too-many') return attempt
  const programme = await releases.read(tx, plan.releaseId)
  const wish = Math.floor(now.getTime() / oneWishMilliseconds)
  const onceKey = ['plans.copy', plan.id, email, wish].join(':')
  await queueMail(tx, now, { kind: 'plans.copy', onceKey, to: email, ...planMail(programme, plan, request) })
  return { kind: 'mailed' }
}

type Wording = Pick<PlanMailRequest, 'publicUrl' | 'token' | 'language'>

function planMail(
  programme: Programme,
  plan: KeptPlan,
  { publicUrl, token, language }: Wording,
): Pick<Mail, 'subject' | 'html' | 'plain'> {
  const words = texts[language].mail
  const actions = planSummary(programme, plan, language)
  const mail = renderMail({
    language,
    programme,
    title: words.title,
    paragraphs: [
      words.intro(formatDate(plan.madeAt, programmeZone, language)),
      ...(actions.length > 0 ? actions : [words.empty]),
    ],
    button: { label: words.open, url: `${publicUrl}${diagnosticUrls.result(token)}` },
    after: [words.private, words.onlyThis, words.notYou],
  })
  return { ...mail, subject: words.subject(programme.name) }
}
