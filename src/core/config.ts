/** Reads the environment once, checks all of it, and says everything that is wrong with it in one go. */
import { z } from 'zod'
import { isLocalName } from './local.ts'

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .optional()
  .transform((value) => value === '1' || value === 'true')

const environment = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address such as postgres://user:password@host:5432/name',
  }),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://pignon.example.org' })
    .default('http://localhost:3000'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  SECRET: z.string().min(32, 'must have at least 32 characters (openssl rand -base64 32 makes one)'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://user:password@host:587' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@]*<?[^<>@\s]+@[^<>@\s]+>?$/, 'must be an address such as Pignon <bonjour@example.org>')
    .optional(),
  DEV_MAIL: flag,
  BOUNCE_LISTEN: z
    .string()
    .regex(/^[\w.:[\]-]+:\d{1,5}$/, 'must be an address and a port such as 127.0.0.1:2525')
    .optional(),
  MAILING_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(1200),
  MAILING_WARM_UP: z.enum(['0', '1']).default('1'),
  MAILING_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-4])-([01]?\d|2[0-4])$/, 'must be two hours such as 8-20')
    .default('8-20'),
  FILES_URL: z
    .url({ protocol: /^(file|s3)$/, error: 'must be an address such as file:///srv/pignon/files' })
    .optional(),
  PROGRAMME: z.string().min(1).default('programmes/soutenons-nos-tpe-pme'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['json', 'pretty']).default('json'),
})

/** The names of all settings: what .env.example explains. */
export const settingNames: readonly string[] = Object.keys(environment.shape)

export type Config = Readonly<{
  databaseUrl: string
  databasePool: number
  publicUrl: string
  host: string
  port: number
  /** How many proxies of ours stand in front. */
  trustProxy: number
  secret: string
  /** Absent: mails stay in the outbox, to be read at /dev/mail. */
  smtpUrl: string | null
  mailFrom: string | null
  devMail: boolean
  /** Where mails that come back are taken; absent: nowhere. */
  bounceListen: { host: string; port: number } | null
  /** How many mails of mailings the relay takes a minute. */
  mailingPerMinute: number
  /** A sender that providers do not know yet begins with few a day. */
  mailingWarmUp: boolean
  /** Nobody gets a mailing outside of these hours of their own clock. */
  mailingHours: { from: number; to: number }
  filesUrl: string | null
  programme: string
  logLevel: string
  logFormat: 'json' | 'pretty'
}>

/** The process leaves with this code (EX_CONFIG of sysexits.h) so that a supervisor does not restart it. */
export const badConfigExitCode = 78

export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(
      `The configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n.env.example explains each setting.`,
    )
    this.problems = problems
  }
}

/** @throws ConfigError with the full list of what is wrong; an empty variable counts as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${sentence(issue, given)}`),
    )
  }
  const problems = contradictions(parsed.data)
  if (problems.length > 0) throw new ConfigError(problems)
  return Object.freeze(asConfig(parsed.data))
}

/** The configuration of this process. */
export function processConfig(): Config {
  return readConfig(process.env)
}

type Environment = z.infer<typeof environment>

function sentence(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const name = String(issue.path[0])
  if (!(name in given)) return 'is missing'
  return issue.message
}

function contradictions(env: Environment): string[] {
  const problems: string[] = []
  if (env.SMTP_URL && !env.MAIL_FROM)
    problems.push('MAIL_FROM is missing: SMTP_URL is set, so mails need a sender')
  if (!env.SMTP_URL && !env.DEV_MAIL)
    problems.push('SMTP_URL is missing: set it, or set DEV_MAIL=1 to read mails at /dev/mail')
  if (env.DEV_MAIL && !isLocalName(new URL(env.PUBLIC_URL).hostname)) {
    problems.push(
      'DEV_MAIL must be 0 when PUBLIC_URL is public: anybody could read sign-in codes at /dev/mail',
    )
  }
  return problems
}

function asConfig(env: Environment): Config {
  return {
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    publicUrl: env.PUBLIC_URL.replace(/\/+$/, ''),
    host: env.HOST,
    port: env.PORT,
    trustProxy: env.TRUST_PROXY,
    secret: env.SECRET,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? null,
    devMail: env.DEV_MAIL,
    bounceListen: env.BOUNCE_LISTEN ? placeOf(env.BOUNCE_LISTEN) : null,
    mailingPerMinute: env.MAILING_PER_MINUTE,
    mailingWarmUp: env.MAILING_WARM_UP === '1',
    mailingHours: hoursOf(env.MAILING_HOURS),
    filesUrl: env.FILES_URL ?? null,
    programme: env.PROGRAMME,
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT,
  }
}

function hoursOf(setting: string): { from: number; to: number } {
  const [from = 0, to = 24] = setting.split('-').map(Number)
  return { from, to }
}

function placeOf(setting: string): { host: string; port: number } {
  const colon = setting.lastIndexOf(':')
  return { host: setting.slice(0, colon).replaceAll(/[[\]]/g, ''), port: Number(setting.slice(colon + 1)) }
}
