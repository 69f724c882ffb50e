/** All doors of the web, in one list: the public ones, then those behind the guard of the staff. */
import { createAuth } from './core/auth.ts'
import { healthDoors } from './core/health.ts'
import { createServer, type Server } from './core/http.ts'
import type { Services } from './core/services.ts'
import { errorPages } from './ui/error-pages.tsx'
import { recogniseVisitors } from './features/accounts/recognise-visitor.ts'
import { requireStaff } from './features/accounts/require-staff.ts'
import * as accounts from './features/accounts/site.tsx'
import * as attendanceStaff from './features/attendance/staff.tsx'
import * as bookingsStaff from './features/bookings/staff.tsx'
import * as bookings from './features/bookings/site.tsx'
import { waitingDoors } from './features/bookings/wait.tsx'
import * as certificates from './features/certificates/site.tsx'
import { keepOutOfCaches } from './features/diagnostics/keep-out-of-caches.ts'
import * as callsStaff from './features/calls/staff.tsx'
import * as diagnostics from './features/diagnostics/site.tsx'
import * as editionsStaff from './features/editions/staff.tsx'
import * as feedbackStaff from './features/feedback/staff.tsx'
import * as feedback from './features/feedback/site.tsx'
import { doneDoors } from './features/plans/done.tsx'
import { keepDoors } from './features/plans/keep.tsx'
import { leaveDoor } from './features/plans/leave.tsx'
import * as imports from './features/imports/staff.tsx'
import * as entries from './features/entries/site.tsx'
import * as entriesStaff from './features/entries/staff.tsx'
import * as plans from './features/plans/site.tsx'
import * as quizzes from './features/quizzes/site.tsx'
import * as liveRooms from './features/live-rooms/site.tsx'
import * as liveRoomsStaff from './features/live-rooms/staff.tsx'
import { openRoomHub, type RoomHub } from './features/live-rooms/room-hub.ts'
import * as mailings from './features/mailings/site.tsx'
import * as mailingsStaff from './features/mailings/staff.tsx'
import type { Programme } from './features/programmes/programme.ts'
import { devMail } from './features/site/dev-mail.tsx'
import { onlyFromHere } from './features/site/only-from-here.ts'
import * as relaysStaff from './features/relays/staff.tsx'
import * as publicSite from './features/site/site.tsx'
import * as segmentsStaff from './features/segments/staff.tsx'
import * as replays from './features/replays/site.tsx'
import * as trainingSessions from './features/training-sessions/site.tsx'
import * as trainingSessionsStaff from './features/training-sessions/staff.tsx'
import * as staffCounter from './features/staff/staff.tsx'

export type AppOptions = { services: Services; programme: Programme; assetsFolder: string }

export async function createApp({ services, programme, assetsFolder }: AppOptions): Promise<Server> {
  const { config, db, log } = services
  const auth = createAuth({ db, log, secret: config.secret, publicUrl: config.publicUrl })
  const server = await createServer({ config, log, assetsFolder, errorPages })
  recogniseVisitors(server, { auth, services, programme })
  keepOutOfCaches(server)
  healthDoors(server, db)

  const hub = openRoomHub({ db, log, clock: services.clock, databaseUrl: config.databaseUrl })
  server.addHook('preClose', () => hub.close())
  await publicDoors(server, { auth, services, programme, hub })
  await server.register(async (staffServer) => {
    requireStaff(staffServer)
    staffDoors(staffServer, { services, programme, hub })
  })
  if (config.devMail)
    await server.register(async (devServer) => {
      onlyFromHere(devServer)
      devMail(devServer, services)
    })
  return server
}

type Public = { auth: ReturnType<typeof createAuth>; services: Services; programme: Programme; hub: RoomHub }

async function publicDoors(server: Server, { auth, services, programme, hub }: Public): Promise<void> {
  accounts.site(server, services, { auth, programme })
  diagnostics.site(server, services, programme)
  plans.site(server, services, programme)
  doneDoors(server, services, programme)
  keepDoors(server, services, programme)
  leaveDoor(server, services, auth)
  entries.site(server, services, programme)
  trainingSessions.site(server, services, programme)
  bookings.site(server, services, programme)
  waitingDoors(server, services, programme)
  liveRooms.site(server, services, programme, hub)
  await replays.site(server, services, programme)
  quizzes.site(server, services, { programme, afterQuiz: feedback.askAfterQuiz(services) })
  certificates.site(server, services, programme)
  feedback.site(server, services, programme)
  mailings.site(server, services, programme)
  publicSite.site(server, services, programme)
}

type Staff = Omit<Public, 'auth'>

function staffDoors(server: Server, { services, programme, hub }: Staff): void {
  trainingSessionsStaff.staff(server, services, programme)
  bookingsStaff.staff(server, services, programme)
  liveRoomsStaff.staff(server, services, programme, hub)
  attendanceStaff.staff(server, services, programme)
  feedbackStaff.staff(server, services, programme)
  editionsStaff.staff(server, services, programme)
  entriesStaff.staff(server, services, programme)
  relaysStaff.staff(server, services)
  imports.staff(server, services)
  callsStaff.staff(server, services)
  mailingsStaff.staff(server, services, programme)
  segmentsStaff.staff(server, services)
  staffCounter.staff(server, services, programme)
}
