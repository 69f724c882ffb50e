/** The database: a `Reader` may ask, only a `Tx` may write. */
import { CamelCasePlugin, Kysely, PostgresDialect, type RawBuilder, type Transaction } from 'kysely'
import { Client, DatabaseError, Pool, types, type ClientConfig } from 'pg'
import type { DB } from './db-types.ts'

/** Can answer a question, cannot write: the pool, or the transaction in hand. */
export type Reader = Pick<Kysely<DB>, 'selectFrom' | 'with'>
/** Only a running transaction is one, so a write outside a transaction does not compile. */
export type Tx = Transaction<DB>
export type Db = Kysely<DB>

export type Connection = { url: string; pool?: number; onLost?: (error: Error) => void }

// A `date` has no hour: parsed as an instant it would move to another day in half of the world.
types.setTypeParser(types.builtins.DATE, (value) => value)

/** Milliseconds. In a rush it is better to wait in line than to be refused; a server that is away says so soon. */
const patience = { forAClient: 25_000, forAServer: 5_000 }

/** A pool of connections to the database at `url`; `onLost` hears of connections that break. */
export function connect({ url, pool: max = 10, onLost = () => {} }: Connection): Db {
  const pool = new Pool({
    Client: PreparingClient,
    connectionString: url,
    max,
    connectionTimeoutMillis: patience.forAClient,
    idleTimeoutMillis: 60_000,
    options: '-c timezone=UTC -c lock_timeout=15s -c statement_timeout=60s',
  })
  // The pool listens to idle connections only: one that breaks between two statements of a transaction would
  // end the process as an error nobody heard.
  pool.on('connect', (client) => client.on('error', onLost))
  pool.on('error', () => {})
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** More texts than this are not statements of ours but lists built on the fly: those are sent unnamed. */
const mostNames = 500
const names = new Map<string, string>()

/** A comment in a statement that is built for one question: it is planned for its own values, and takes no name. */
export const plannedAlone = '/* planned alone */'

function nameOf(text: string): string | null {
  if (text.includes(plannedAlone)) return null
  const known = names.get(text)
  if (known) return known
  if (names.size >= mostNames) return null
  const name = `pignon_${names.size}`
  names.set(text, name)
  return name
}

/**
 * Names each statement it sends, so that PostgreSQL parses it once a connection: a third more answers saved a
 * second. Behind a pooler that shares connections between transactions, it must support prepared statements.
 */
class PreparingClient extends Client {
  constructor(config?: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: patience.forAServer })
  }

  override query(...call: unknown[]): never {
    const [text, values] = call
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null
    const named = name === null ? call : [{ name, text, values }, ...call.slice(2)]
    return (super.query as (...call: unknown[]) => never)(...named)
  }
}

const databases = new WeakMap<Tx, Db>()

/** The database this transaction writes to. @throws when `transaction()` did not open it */
export function databaseOf(tx: Tx): Db {
  const db = databases.get(tx)
  if (!db) throw new Error('this transaction was not opened by transaction()')
  return db
}

/** Runs `work` in one transaction: what it returns is committed, what it throws is rolled back. */
export function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute((tx) => {
    databases.set(tx, db)
    return work(tx)
  })
}

/** Runs a hand-written question; stores use it for what reads better as SQL. It must not write. */
export async function ask<T>(reader: Reader, question: RawBuilder<T>): Promise<T[]> {
  return (await question.execute(reader as Db)).rows
}

const lostConnectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
])

/** Is the database away (restarting, unreachable), so that the same request may work in a moment? */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  if (!(error instanceof Error)) return false
  return (
    isDatabaseAway(error.cause) ||
    lostConnectionCodes.has(codeOf(error)) ||
    isMissingSocket(error) ||
    /connection terminated|timeout expired|timeout exceeded when trying to connect|connection ended/i.test(
      error.message,
    )
  )
}

/** A server that is not started has no socket; any other missing file is something else. */
function isMissingSocket(error: Error): boolean {
  return codeOf(error) === 'ENOENT' && 'syscall' in error && error.syscall === 'connect'
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}

/** A lock that was waited for too long, a statement that took too long, transactions in each other's way. */
const busyCodes = new Set(['55P03', '57014', '40001', '40P01'])

/** Did the database give up because of others, so that the same request may work in a moment? */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof DatabaseError && busyCodes.has(codeOf(error))
}

/** The name of the constraint that refused a write, or null when the error is something else. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof DatabaseError)) return null
  return error.constraint ?? null
}
