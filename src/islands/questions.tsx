/** The question page goes on by itself: no page is loaded between two questions, and none is needed offline. */
import { render } from 'preact'
import {
  openAnswerQueue,
  sendWaiting,
  withWaiting,
  type Sending,
} from '../features/diagnostics/answer-queue.ts'
import { QuestionAsked } from '../features/diagnostics/asked.view.tsx'
import { nextPage } from '../features/diagnostics/diagnostic.ts'
import type { Offline } from '../features/diagnostics/offline.ts'
import { texts } from '../features/diagnostics/texts.ts'
import { diagnosticUrls, type ReturnTo } from '../features/diagnostics/urls.ts'
import { findQuestion } from '../features/programmes/programme.ts'
import type { Question } from '../features/programmes/question.ts'
import { keepTrying } from './keep-trying.ts'
import { newKey, sendTo } from './send-answers.ts'
import { readLink, readOption, readPlace, returnOf, statusLine } from './question-document.ts'

const main = document.querySelector('main')
const place = readPlace(location.pathname)
if (main && place) void begin(main, place)

/** Until this is through, and where it fails, the page works as it came: each answer is a form that is sent. */
async function begin(main: HTMLElement, { token, page }: { token: string; page: string }): Promise<void> {
  const queue = openAnswerQueue(localStorage, token, Date.now)
  const send = sendTo(diagnosticUrls.offline(token))
  const waited = queue.list().length > 0
  // What waited since an earlier visit changes what this page should show.
  if (waited && (await sendWaiting(queue, send)) !== 'later')
    return location.replace(isAnswerList(token) ? location.pathname : diagnosticUrls.run(token))
  if (isAnswerList(token)) return
  const offline = await readOffline(token)
  if (!offline || !findQuestion(offline.programme, page)) return
  // A browser too old for this throws here, before anything is taken from the page.
  nextPage(offline.programme, offline.given, page)
  takeOver(main, { token, offline, queue, send })
}

/** Nothing is asked there: it only sends what waits, and is read again. */
function isAnswerList(token: string): boolean {
  return location.pathname === diagnosticUrls.answers(token)
}

async function readOffline(token: string): Promise<Offline | null> {
  try {
    const reply = await fetch(diagnosticUrls.offline(token), { headers: { accept: 'application/json' } })
    return reply.ok ? ((await reply.json()) as Offline) : null
  } catch {
    return null
  }
}

type Ground = {
  token: string
  offline: Offline
  queue: ReturnType<typeof openAnswerQueue>
  send: ReturnType<typeof sendTo>
}

/** One owner at one question after the other. */
type Run = Pick<Ground, 'token' | 'offline' | 'queue'> & {
  given: Offline['given']
  /** What to do once nothing waits any more. */
  leaving: (() => void) | null
  show: ReturnType<typeof screen>
  say: ReturnType<typeof sayWaiting>
  sender: ReturnType<typeof keepTrying>
}

function takeOver(main: HTMLElement, { token, offline, queue, send }: Ground): void {
  const run: Run = {
    token,
    offline,
    queue,
    given: withWaiting(offline.given, queue.list()),
    leaving: null,
    show: screen(main, { token, offline }),
    say: sayWaiting(main, { offline, queue }),
    sender: keepTrying(async () => settle(run, await sendWaiting(queue, send))),
  }
  document.addEventListener('submit', (event) => onSubmit(run, event))
  document.addEventListener('click', (event) => onClick(run, event))
  addEventListener('popstate', () => onBack(run))
  if (queue.list().length > 0) run.sender.now()
}

function onSubmit(run: Run, event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  const url = new URL(form.action)
  const question = askedAt(run, url)
  const option = readOption(event)
  if (!question || option === null) return leaveBy(run, event, () => form.submit())
  event.preventDefault()
  take(run, { question, option, returnTo: returnOf(url) })
}

function onClick(run: Run, event: MouseEvent): void {
  const link = readLink(event)
  if (!link) return
  const question = link.search ? null : askedAt(run, new URL(link.href))
  if (!question) return leaveBy(run, event, () => location.assign(link.href))
  event.preventDefault()
  turnTo(run, question, link.href)
}

function onBack(run: Run): void {
  const question = askedAt(run, new URL(location.href))
  if (question) turnTo(run, question)
  else location.reload()
}

function askedAt({ token, offline }: Run, url: URL): Question | null {
  const asked = readPlace(url.pathname)
  return asked?.token === token ? findQuestion(offline.programme, asked.page) : null
}

type Taken = { question: Question; option: string; returnTo: ReturnTo | undefined }

function take(run: Run, { question, option, returnTo }: Taken): void {
  const answer = { key: newKey(), question: question.id, option }
  run.queue.add(answer)
  run.given = withWaiting(run.given, [answer])
  const next = returnTo ? null : nextPage(run.offline.programme, run.given, question.id)
  if (next) turnTo(run, next, diagnosticUrls.question(run.token, next.id))
  else leave(run, () => location.assign(afterwards(run, returnTo)))
  run.sender.now()
}

function afterwards({ token }: Run, returnTo: ReturnTo | undefined): string {
  return returnTo === 'resultat' ? diagnosticUrls.result(token) : diagnosticUrls.answers(token)
}

function turnTo(run: Run, question: Question, url?: string): void {
  run.leaving = null
  run.show(question, run.given, url)
}

/** Nothing is left behind: while answers wait, the way out waits too. */
function leaveBy(run: Run, event: Event, go: () => void): void {
  if (run.queue.list().length === 0) return
  event.preventDefault()
  leave(run, go)
  run.sender.now()
}

function leave(run: Run, go: () => void): void {
  run.leaving = go
  run.say(!navigator.onLine, true)
}

/** True when there is nothing left to send. */
function settle(run: Run, sending: Sending): boolean {
  if (sending === 'refused') location.assign(diagnosticUrls.run(run.token))
  run.say(sending === 'later', run.leaving !== null)
  if (sending === 'sent') run.leaving?.()
  return sending !== 'later'
}

type Saying = Pick<Ground, 'offline' | 'queue'>

/** Says what waits once the network has failed, not while an answer is on its way. */
function sayWaiting(main: HTMLElement, { offline, queue }: Saying) {
  const words = texts[offline.language].offline
  const status = statusLine(main)
  return (hasFailed: boolean, isLeaving: boolean): void => {
    const count = queue.list().length
    const what = isLeaving ? words.leaving : words.waiting
    status(hasFailed && count > 0 ? what(String(count), count > 1) : null)
  }
}

/** Shows a question in place of the one before, with its address, its title, and the focus on it. */
function screen(main: HTMLElement, { token, offline }: Pick<Ground, 'token' | 'offline'>) {
  const { language, programme } = offline
  let isServers = true
  return (question: Question, given: Offline['given'], url?: string): void => {
    if (isServers) main.replaceChildren()
    isServers = false
    if (url) history.pushState(null, '', url)
    document.title = document.title.replace(/^.*(?= – )/, () => question.title[language])
    for (const back of document.querySelectorAll<HTMLInputElement>('input[name="return"]'))
      back.value = location.pathname
    const lastTime = offline.lastTime[question.id]?.option ?? null
    const returnTo = returnOf(new URL(location.href))
    const asked = { programme, question, token, given, lastTime, returnTo }
    render(<QuestionAsked key={question.id} page={offline} asked={asked} />, main)
    main.querySelector('h1')?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }
}
