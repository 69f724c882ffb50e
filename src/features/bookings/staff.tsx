import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { sessionUrls } from '../training-sessions/urls.ts'
import { callOffDoors } from './staff-call-off.tsx'
import { capacityDoor } from './staff-capacity.tsx'
import { enrolDoors } from './staff-enrol.tsx'
import { moveDoors } from './staff-change.tsx'
import { showRoster } from './staff-roster.tsx'

/** Who comes to a session, who waits, and changing it. Mount it behind the guard. */
export function staff(server: Server, services: Services, programme: Programme): void {
  const desk = { services, programme }
  server.get(sessionUrls.staffSessionPattern, (request, reply) => showRoster({ request, reply }, desk))
  enrolDoors(server, desk)
  capacityDoor(server, desk)
  moveDoors(server, services, programme)
  callOffDoors(server, services, programme)
}
