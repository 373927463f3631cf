// What jobs, commands of the command line and plugins get at: everything that lives as long as the program.
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { FileStore } from './files.ts'
import type { LiveHub } from './live.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'
import type { Work } from './work.ts'

export type Services = {
  readonly config: Config
  readonly secret: string
  readonly clock: Clock
  readonly log: Log
  readonly database: Database
  readonly work: Work
  readonly files: FileStore
  readonly mailer: Mailer
  /** The open screens of this and all other processes. */
  readonly live: Pick<LiveHub, 'whisper'>
  /** The address people reach the product at, without a trailing slash. */
  readonly publicUrl: () => string
  /** Has `close` awaited when the program stops, after the last request and the last job. */
  readonly onStop: (close: () => Promise<void>) => void
}
