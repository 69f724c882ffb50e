/** All doors of the web, in one list: the public ones, then those behind the guard of the staff. */
import { createAuth } from './core/auth.ts'
import { healthDoors } from './core/health.ts'
import { createServer, type Server } from './core/http.ts'
import type { Services } from './core/services.ts'
import { errorPages } from './ui/error-pages.tsx'
import { recogniseVisitors } from './features/accounts/recognise-visitor.ts'
import { requireStaff } from './features/accounts/require-staff.ts'
import * as accounts from './features/accounts/site.tsx'
import * as bookingsStaff from './features/bookings/staff.tsx'
import * as bookings from './features/bookings/site.tsx'
import { waitingDoors } from './features/bookings/wait.tsx'
import { keepOutOfCaches } from './features/diagnostics/keep-out-of-caches.ts'
import * as diagnostics from './features/diagnostics/site.tsx'
import * as editionsStaff from './features/editions/staff.tsx'
import { doneDoors } from './features/plans/done.tsx'
import { keepDoors } from './features/plans/keep.tsx'
import { leaveDoor } from './features/plans/leave.tsx'
import * as entries from './features/entries/site.tsx'
import * as entriesStaff from './features/entries/staff.tsx'
import * as plans from './features/plans/site.tsx'
import * as liveRooms from './features/live-rooms/site.tsx'
import * as liveRoomsStaff from './features/live-rooms/staff.tsx'
import { openRoomHub } from './features/live-rooms/room-hub.ts'
import type { Programme } from './features/programmes/programme.ts'
import { devMail } from './features/site/dev-mail.tsx'
import { onlyFromHere } from './features/site/only-from-here.ts'
import * as publicSite from './features/site/site.tsx'
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
  const hub = openRoomHub({ db, log, clock: services.clock, databaseUrl: config.databaseUrl })
  server.addHook('preClose', () => hub.close())
  liveRooms.site(server, services, programme, hub)
  publicSite.site(server, services, programme)

  await server.register(async (staffServer) => {
    requireStaff(staffServer)
    trainingSessionsStaff.staff(staffServer, services, programme)
    bookingsStaff.staff(staffServer, services, programme)
    liveRoomsStaff.staff(staffServer, services, programme, hub)
    editionsStaff.staff(staffServer, services, programme)
    entriesStaff.staff(staffServer, services, programme)
    staffCounter.staff(staffServer, services, programme)
  })
  if (config.devMail)
    await server.register(async (devServer) => {
      onlyFromHere(devServer)
      devMail(devServer, services)
    })
  return server
}
