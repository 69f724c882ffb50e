import { join } from 'node:path'

/** The folder this file's project lives in; every command works from there. */
export const repository = join(import.meta.dirname, '..', '..')

/** What this machine keeps between two starts: the database, its log, the secret. Never committed. */
export const keptFolder = join(repository, 'var')

/** One of the built programs: web, worker or cli. */
export const builtProgram = (name: 'web' | 'worker' | 'cli') =>
  join(repository, 'dist', 'server', `${name}.js`)

/** A program of a development tool, as npm installed it. */
export const tool = (name: string) => join(repository, 'node_modules', '.bin', name)
