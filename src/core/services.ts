/** What every door is handed, besides the server it mounts on. */
import type { Assets } from './assets.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Log } from './log.ts'

export type Services = { config: Config; db: Db; clock: Clock; log: Log; assets: Assets }
