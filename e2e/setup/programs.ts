// The programs that the browser tests run on: two for companies that tests make themselves, one with the
// demonstration, one as empty as a first start can be. With --project only the one that is asked for.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FullConfig } from '@playwright/test'
import { buildWeb, isWebBuilt } from '../../tools/build-web.ts'
import { catchMail } from './mail-catcher.ts'
import { catchProvided } from './provider-catcher.ts'
import { type RunningProgram, runProgram } from './run-program.ts'
import { twilio } from './twilio.ts'

// The workers read these variables when they load the configuration.
const tell: Readonly<Record<string, (program: RunningProgram) => void>> = {
  // What the demonstration holds must never decide whether a test of something else passes.
  company: ({ address }) => {
    process.env.REGIE_ADDRESS = address
  },
  demo: ({ address, said }) => {
    process.env.REGIE_DEMO = address
    process.env.REGIE_DEMO_PASSWORD = /password: (\S+)/.exec(said())?.[1] ?? ''
  },
  crew: ({ address }) => {
    process.env.REGIE_CREW = address
  },
  empty: ({ address }) => {
    process.env.REGIE_EMPTY = address
  },
}

/** Those of `--project`, or all: Playwright tells the whole configuration, whatever was asked for. */
function askedFor({ projects }: FullConfig): FullConfig['projects'] {
  const names = process.argv.flatMap((word, at, all) => {
    const [, name] = /^--project(?:=(.*))?$/.exec(word) ?? []
    return name ?? (word === '--project' ? (all[at + 1] ?? []) : [])
  })
  return names.length === 0 ? projects : projects.filter(({ name }) => names.includes(name))
}

async function startPrograms(config: FullConfig): Promise<() => Promise<void>> {
  if (!isWebBuilt()) await buildWeb()
  const letters = mkdtempSync(join(tmpdir(), 'regie-letters-'))
  process.env.REGIE_MAIL = letters
  const mail = await catchMail(letters)
  const handed = mkdtempSync(join(tmpdir(), 'regie-handed-'))
  process.env.REGIE_HANDED = handed
  const provider = await catchProvided(handed)
  process.env.REGIE_PROVIDER = provider.url
  const started = await Promise.allSettled(
    askedFor(config).map(async ({ name }) => {
      const program = await runProgram(name, {
        DEMO: name === 'demo' ? 'on' : 'off',
        // Messages of the tests' own companies go the whole way, over SMTP and the API of a provider of SMS.
        ...(name === 'company' || name === 'crew'
          ? { SMTP_URL: mail.url, SMS_URL: provider.url, ...twilio }
          : {}),
      })
      tell[name]?.(program)
      return program
    }),
  )
  const stop = async (): Promise<void> => {
    const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    await Promise.all(running.map((program) => program.stop()))
    await Promise.all([mail.stop(), provider.stop()])
    for (const folder of [letters, handed]) rmSync(folder, { recursive: true, force: true })
  }
  const failed = started.find((one) => one.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  return stop
}

// biome-ignore lint/style/noDefaultExport: Playwright asks for one
export default startPrograms
