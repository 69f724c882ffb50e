import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { newId } from '../../core/clock.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aBooking } from '../../testing/a-training-session.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { wayOfFollowing } from './attendance.ts'
import { findFollowed } from './store.ts'

const database = freshDatabase()
const nothing = { isDeclaredPresent: false, minutes: 0, watchedShare: 0 }

test('nobody has followed a training by having booked it', () => {
  expect(wayOfFollowing(nothing)).toBeNull()
})

test('twenty minutes in the room, or four fifths of the replay, count as having followed', () => {
  expect(wayOfFollowing({ ...nothing, minutes: 19 })).toBeNull()
  expect(wayOfFollowing({ ...nothing, minutes: 20 })).toBe('present')
  expect(wayOfFollowing({ ...nothing, watchedShare: 0.79 })).toBeNull()
  expect(wayOfFollowing({ ...nothing, watchedShare: 0.8 })).toBe('watched')
})

test('the word of who ran the session comes first', () => {
  expect(wayOfFollowing({ isDeclaredPresent: true, minutes: 30, watchedShare: 1 })).toBe('declared')
})

test('the facts of a person are read together, each by itself', async () => {
  const { db } = database
  const booking = await aBooking(db)
  const who = { personId: booking.personId, trainingId: booking.session.trainingId }
  expect(await findFollowed(db, who)).toEqual(nothing)

  const actor = await aStaffActor(db, 'operator')
  const at = booking.session.startsAt
  await sql`insert into attendance_stays values
    (${booking.id}, ${at}, ${at}::timestamptz + interval '12 minutes 30 seconds'),
    (${booking.id}, ${at}::timestamptz + interval '15 minutes', ${at}::timestamptz + interval '20 minutes')`.execute(
    db,
  )
  await sql`insert into attendance_declarations values (${booking.id}, 0, 'present', ${actor.personId}, ${at})`.execute(
    db,
  )
  await sql`insert into replay_watches values
    (${who.personId}, ${who.trainingId}, 600, '{[0,120),[60,300)}', 300, ${at}, ${at})`.execute(db)
  expect(await findFollowed(db, who)).toEqual({ isDeclaredPresent: true, minutes: 17, watchedShare: 0.5 })
  expect(await findFollowed(db, { ...who, personId: newId() })).toEqual(nothing)
})
