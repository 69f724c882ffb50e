import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { heartbeat, writeMessage, type EventStream } from '../../core/event-stream.ts'
import type { Log } from '../../core/log.ts'
import { listenTo, type Notices } from '../../core/notices.ts'
import { countPresent } from '../attendance/stay-store.ts'
import { roomStateOf, type RoomState } from '../bookings/room-times.ts'
import { findTrainingSession } from '../training-sessions/store.ts'
import { newsChannel, readAnnouncement } from './news-channel.ts'
import { forParticipants, type RoomNews } from './room.ts'
import { findLastEvent, findNews } from './store.ts'

/** Somebody whose page listens. */
export type Listener = {
  stream: EventStream
  /** Staff hear what is hidden from the others. */
  isStaff: boolean
  /** Whose it is: a booking, or a person of the staff. */
  holder: string
  /** The event up to which the page knows everything. */
  number: number
}

/** All listeners of one session at this process. */
type Room = {
  id: string
  /** The event up to which everything was sent to the listeners. */
  number: number
  /** How many were there when it was last told; null while it never was. */
  people: number | null
  listeners: Set<Listener>
  /** Those who have caught up and hear what comes. */
  live: Set<Listener>
  work: Promise<void> | null
  isStale: boolean
}

export type RoomHub = {
  /** Nobody else can be served here: it is stopping, or there are too many. Elsewhere or later there is room. */
  isFull: () => boolean
  join: (trainingSessionId: string, listener: Listener) => void
  leave: (trainingSessionId: string, listener: Listener) => void
  close: () => Promise<void>
}

type HubOptions = {
  db: Db
  clock: Clock
  log: Log
  databaseUrl: string
  /** Milliseconds between two looks after the rooms; tests are in a hurry. */
  pace?: number
}
type Hub = HubOptions & { rooms: Map<string, Room>; notices: Notices | null; isClosing: boolean }

/** Proxies close what is silent for a minute; the count of people follows at this pace too. */
const tickMilliseconds = 20_000
/** In a rush, news of so many milliseconds travel together: each costs one write a listener. */
const gatherMilliseconds = 100
/** Pages of one person at once; the oldest gives way, for it may be a telephone that lost its network. */
const mostStreams = 4
/** Each keeps a connection open; a machine that expects more starts more processes. */
const mostListeners = 5_000

/**
 * Tells the listeners of this process what any process commits: one connection hears the announcements, the news
 * are read once and written to everybody. Made by a door, one a process; it connects with the first listener.
 */
export function openRoomHub(options: HubOptions): RoomHub {
  const hub: Hub = { ...options, rooms: new Map(), notices: null, isClosing: false }
  const timer = setInterval(() => void tick(hub), options.pace ?? tickMilliseconds).unref()
  return {
    isFull: () => hub.isClosing || countListeners(hub) >= mostListeners,
    join: (trainingSessionId, listener) => join(hub, trainingSessionId, listener),
    leave: (trainingSessionId, listener) => leave(hub, trainingSessionId, listener),
    close: async () => {
      hub.isClosing = true
      clearInterval(timer)
      for (const room of hub.rooms.values()) for (const { stream } of room.listeners) stream.end()
      await hub.notices?.stop()
    },
  }
}

function countListeners({ rooms }: Hub): number {
  return [...rooms.values()].reduce((sum, { listeners }) => sum + listeners.size, 0)
}

function join(hub: Hub, id: string, listener: Listener): void {
  hub.notices ??= listen(hub)
  const room = hub.rooms.get(id) ?? openRoom(hub, id)
  const own = [...room.listeners].filter(({ holder }) => holder === listener.holder)
  for (const oldest of own.slice(0, Math.max(0, own.length - mostStreams + 1))) sendAway(room, oldest)
  room.listeners.add(listener)
  void catchUp(hub, room, listener)
}

function openRoom(hub: Hub, id: string): Room {
  const room: Room = { ...nobody(), id }
  hub.rooms.set(id, room)
  return room
}

function nobody(): Omit<Room, 'id'> {
  return { number: 0, people: null, listeners: new Set(), live: new Set(), work: null, isStale: false }
}

function leave(hub: Hub, id: string, listener: Listener): void {
  const room = hub.rooms.get(id)
  room?.listeners.delete(listener)
  room?.live.delete(listener)
  if (room?.listeners.size === 0) hub.rooms.delete(id)
}

/** Tells the page not to come back: it would send the next one away. */
function sendAway(room: Room, listener: Listener): void {
  room.listeners.delete(listener)
  room.live.delete(listener)
  listener.stream.send(writeMessage({ event: 'elsewhere', data: {} }))
  listener.stream.end()
}

/** Reads what the listener missed, until nothing is between that and what the others hear. */
async function catchUp(hub: Hub, room: Room, listener: Listener): Promise<void> {
  try {
    // A page that tells of events which never were is a page of nothing.
    const last = await findLastEvent(hub.db, room.id)
    listener.number = listener.number > last ? 0 : listener.number
    do {
      const found = await findNews(hub.db, { trainingSessionId: room.id, since: listener.number })
      if (found) tell([listener], found.news)
      listener.number = Math.max(listener.number, found?.news.number ?? last)
    } while (listener.number < room.number)
    room.number = Math.max(room.number, room.live.size === 0 ? listener.number : 0)
    if (room.listeners.has(listener)) room.live.add(listener)
    if (room.people !== null) listener.stream.send(peopleMessage(room.people))
  } catch (error) {
    hub.log.warn({ err: error }, 'a listener could not catch up')
    listener.stream.end()
  }
}

function listen(hub: Hub): Notices {
  return listenTo({
    url: hub.databaseUrl,
    channel: newsChannel,
    log: hub.log,
    onNotice: (payload) => {
      const said = readAnnouncement(payload)
      const room = said && hub.rooms.get(said.trainingSessionId)
      if (room && said.number > room.number) spread(hub, room)
    },
    onConnected: () => {
      for (const room of hub.rooms.values()) spread(hub, room)
    },
  })
}

/** Sends what is new to everybody; asked for meanwhile, it is done once more. */
function spread(hub: Hub, room: Room): void {
  room.isStale = true
  room.work ??= spreadWhileStale(hub, room)
    .catch((error: unknown) => hub.log.warn({ err: error }, 'news of a room could not be read'))
    .finally(() => (room.work = null))
}

async function spreadWhileStale(hub: Hub, room: Room): Promise<void> {
  while (room.isStale) {
    room.isStale = false
    const found = await findNews(hub.db, { trainingSessionId: room.id, since: room.number })
    if (!found) continue
    room.number = Math.max(room.number, found.news.number)
    tell(room.live, found.news)
    if (found.peopleAreNew) await tellPeople(hub, room)
    await new Promise((resolve) => setTimeout(resolve, gatherMilliseconds))
  }
}

/** The same bytes for all who may know the same; who has heard more already hears nothing old again. */
function tell(listeners: Iterable<Listener>, news: RoomNews): void {
  const { number: id } = news
  const messages = [forParticipants(news), news].map((data) => writeMessage({ id, data }))
  const [forSeats = heartbeat, forStaff = heartbeat] = messages
  for (const listener of listeners) {
    if (listener.number >= id) continue
    listener.number = id
    listener.stream.send(listener.isStaff ? forStaff : forSeats)
  }
}

async function tellPeople(hub: Hub, room: Room): Promise<void> {
  const people = await countPresent(hub.db, hub.clock(), room.id)
  if (people === room.people) return
  room.people = people
  const message = peopleMessage(people)
  for (const { stream } of room.live) stream.send(message)
}

function peopleMessage(people: number): Buffer {
  return writeMessage({ event: 'people', data: { people } })
}

async function tick(hub: Hub): Promise<void> {
  const rooms = [...hub.rooms.values()]
  for (const { listeners } of rooms) for (const { stream } of listeners) stream.send(heartbeat)
  for (const room of rooms)
    await lookAfter(hub, room).catch((error: unknown) =>
      hub.log.warn({ err: error }, 'a room could not be looked after'),
    )
}

/** A session that was called off or moved, a notice that was lost, people who went without a word. */
async function lookAfter(hub: Hub, room: Room): Promise<void> {
  const session = await findTrainingSession(hub.db, room.id)
  showOut(room, session ? roomStateOf(session, hub.clock()) : 'over')
  if ((await findLastEvent(hub.db, room.id)) > room.number) spread(hub, room)
  await tellPeople(hub, room)
}

/** Whose room is not open loads the page again, which says why; staff may prepare theirs. */
function showOut(room: Room, state: RoomState): void {
  const message = writeMessage({ event: 'over', data: {} })
  for (const { stream, isStaff } of room.listeners) {
    if (state === 'open' || (isStaff && state === 'early')) continue
    stream.send(message)
    stream.end()
  }
}
