// Finds the Chromium that the browser tests drive; on Debian installs it when it is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser's program, or undefined; `CHROMIUM_PATH` goes before all other places. */
export const findChromium = (): string | undefined =>
  places.find((place) => place !== undefined && existsSync(place))

const succeeds = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Installs Debian's package; throws with what the person must do when that is not possible. */
export function installChromium(): void {
  const byHand = 'Install Chromium yourself, or set CHROMIUM_PATH to one.'
  if (!succeeds('apt-get', ['--version']))
    throw new Error(`Chromium is missing, and there is no apt-get to install it. ${byHand}`)
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !succeeds('sudo', ['-n', 'true']))
    throw new Error(`Chromium is missing, and only root may install it. ${byHand}`)
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    const [program = '', ...rest] = isRoot ? command : ['sudo', '-n', ...command]
    const done = spawnSync(program, rest, { encoding: 'utf8' })
    if (done.status !== 0)
      throw new Error(`apt-get ${args[0]} failed:\n${done.stderr.trim()}\n${byHand}`)
  }
  if (findChromium() === undefined)
    throw new Error(`apt-get installed chromium, yet it is in none of the known places. ${byHand}`)
}

if (import.meta.main && findChromium() === undefined)
  try {
    installChromium()
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
