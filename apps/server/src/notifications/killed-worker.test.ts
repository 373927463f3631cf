// A worker is really killed (SIGKILL) with messages in hand; another sends those it had not begun soon, and each of them once.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { program as theProgram } from '../platform/actor.ts'
import { anOrganization } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'
import { aMailServer } from '../testing/providers.ts'
import { wake } from './jobs/send-due.ts'
import { insertMessages } from './store/messages.ts'

const mail = await aMailServer()
// Long enough to be killed with all but one in hand and not begun.
mail.slowMs = 500
const env = { SMTP_URL: mail.url, SECRET: 'a secret of both workers, long enough' }
const program = useProgram({ env: { ...env, ROLES: 'web' } })
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Without the clock's role: nobody but a job of the messages themselves looks after them. */
function startWorker(): ChildProcess {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../main.ts')], {
    env: {
      ...process.env,
      ...env,
      DATABASE_URL: program.url,
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'regie-worker-')),
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      ROLES: 'worker',
    },
    stdio: 'ignore',
  })
  children.push(child)
  return child
}

const COUNT = 8

const letterTo = (nth: number) => ({
  ...({ kind: 'client_offer', channel: 'email', address: `client${nth}@exemple.fr` } as const),
  ...{ subject: 'Bonjour', body: `Lettre ${nth}`, recipientName: `Client ${nth}` },
  ...{ technicianId: null, about: [], asks: false, fallback: [] },
})

test('what a dead worker had taken and not begun goes out soon, and once', {
  timeout: 90_000,
}, async () => {
  const { organizationId } = await anOrganization(program)
  const actor = theProgram(organizationId, 'test')
  const { work } = program.services
  const first = startWorker()
  const write = {
    name: 'tests.write',
    permission: 'notifications.read' as const,
    run: (tx: Parameters<typeof insertMessages>[0]) =>
      insertMessages(
        tx,
        Array.from({ length: COUNT }, (_, nth) => ({
          ...{ ...letterTo(nth), id: tx.newId(), notBefore: tx.now() },
        })),
      ),
  }
  await work.act(actor, write, undefined)
  await work.act(actor, wake, undefined)
  await expect.poll(() => mail.letters.length, { timeout: 60_000 }).toBeGreaterThan(0)
  const ended = new Promise((resolve) => void first.once('exit', resolve))
  first.kill('SIGKILL')
  await ended
  const inFlight = mail.letters.at(-1)?.to
  startWorker()
  const times = (to: string) => mail.letters.filter((letter) => letter.to === to).length
  const others = Array.from({ length: COUNT }, (_, nth) => `client${nth}@exemple.fr`).filter(
    (to) => to !== inFlight,
  )
  // The one in flight is held for two minutes; the others would be, too, if they were not known to be free.
  await expect.poll(() => others.map(times), { timeout: 60_000 }).toEqual(others.map(() => 1))
  expect(times(inFlight ?? '')).toBe(1)
})
