// The program as the operating system starts it: settings in, address out, a clean stop at the end.
// Exit codes: 0 stopped when asked to, 1 could not start or broke, 2 the settings do not fit.
import { type Config, readConfig } from './platform/config.ts'
import { type Program, startProgram } from './program.ts'

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

function readSettings(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}

/** What a fault at start means to whoever reads the console. */
function explain(error: unknown, config: Config): string {
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `Port ${config.port} of ${config.host} is taken by another program. Stop that one, or choose another: PORT=3001.`
  if (code === 'EACCES')
    return `${message}. Choose a port above 1023, or a DATA_DIR that may be written.`
  if (code === 'ECONNREFUSED' && config.databaseUrl)
    return `The database does not answer (${message}). Check DATABASE_URL.`
  return stack ?? String(error)
}

function announce({ address, notes }: Program, config: Config): void {
  if (address) console.log(`\nRégie is at ${config.publicUrl ?? address}`)
  else console.log(`\nRégie runs without a web server (ROLES=${config.roles.join(',')})`)
  for (const note of notes) console.log(note)
}

let asked: number | undefined
/** A terminal and a parent process often send the same signal twice; who insists needs longer. */
const ECHO_MS = 1_000
/** A stop that takes longer than this has lost its way. */
const LONGEST_STOP_MS = 60_000

/** Finishes what is in flight. A second signal ends the program at once. */
async function stopWith(program: Promise<Program>, exitCode: number): Promise<void> {
  if (asked !== undefined && performance.now() - asked < ECHO_MS) return
  if (asked !== undefined) process.exit(1)
  asked = performance.now()
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
  try {
    await (await program).stop()
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
  process.exit(exitCode)
}

const config = readSettings()
const starting = startProgram(config)
for (const signal of SIGNALS)
  process.on(signal, () => {
    if (asked === undefined) console.log(`\n${signal}: finishing what is in flight …`)
    void stopWith(starting, 0)
  })
for (const fault of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(fault, (error) => {
    console.error(error)
    void stopWith(starting, 1)
  })
try {
  announce(await starting, config)
} catch (error) {
  console.error(explain(error, config))
  process.exit(asked === undefined ? 1 : 0)
}
