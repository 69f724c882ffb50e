import type { FastifyRequest } from 'fastify'
import { writeCsv } from '../../core/csv.ts'
import type { Exchange, Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import { localTimeOf } from '../training-sessions/local-time.ts'
import { attendanceFiguresUrl } from '../training-sessions/urls.ts'
import { attached } from './attached.tsx'
import { figureRows } from './attendance-table.ts'
import { declaredTexts } from './declared-texts.ts'
import { listSessionFigures, listTrainingFigures, type Period } from './figure-store.ts'
import { figuresQuery } from './input.ts'
import { periodOf, usualDays } from './period.ts'
import { FiguresPage } from './staff-figures.view.tsx'
import { attendanceUrls, type FiguresPeriod } from './urls.ts'

const sessionsShown = 100
const mostRows = 20_000

/** Figures of sessions over a period, as a page and as a table. Mount it behind the guard. */
export function figureDoors(server: Server, services: Services, programme: Programme): void {
  const { db } = services
  server.get(attendanceFiguresUrl, async (request, reply) => {
    const actor = staffOf(request)
    const { days, period } = readPeriod(request, services)
    const [trainings, sessions] = await Promise.all([
      listTrainingFigures(db, actor, period),
      listSessionFigures(db, actor, period, sessionsShown),
    ])
    const view = { programme, actor, days, trainings, sessions }
    return reply.page(<FiguresPage page={request.pageContext} {...view} />)
  })
  server.get(attendanceUrls.figuresTable, (request, reply) =>
    sendFigures({ request, reply }, services, programme),
  )
}

async function sendFigures({ request, reply }: Exchange, services: Services, programme: Programme) {
  const { language } = request
  const { days, period } = readPeriod(request, services)
  const sessions = await listSessionFigures(services.db, staffOf(request), period, mostRows)
  const name = declaredTexts[language].figures.csv.file(days.from, days.to)
  return attached(reply, 'text/csv; charset=utf-8', name).send(
    writeCsv(figureRows(programme, language, sessions)),
  )
}

/** Days as they begin and end where the programme is run; no session of the future. */
function readPeriod(request: FastifyRequest, { clock }: Services): { days: FiguresPeriod; period: Period } {
  const now = clock()
  const { du, au } = figuresQuery.parse(request.query)
  const usual = usualDays(localTimeOf(now, programmeZone).date)
  const days = du !== null && au !== null && du <= au ? { from: du, to: au } : usual
  return { days, period: periodOf(days, now) }
}
