// A process that plans is really killed (SIGKILL); another takes its run up and proposes.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { runDraft } from '@regie/contract/planning-runs'
import { afterAll, expect, test } from 'vitest'
import { plannedCompany } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { createRun } from './commands/runs.ts'
import { addDays, dateAt } from './local-days.ts'
import { claimRun, readProposal } from './store/runs.ts'

// Answers requests and does no job: whoever plans is one of the processes below.
const program = useProgram({ env: { ROLES: 'web' } })
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../main.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: program.url,
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'regie-worker-')),
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      ROLES: 'worker,cron',
    },
    stdio: 'ignore',
  })
  children.push(child)
  return child
}

test('a run outlives the process that was searching for it', { timeout: 240_000 }, async () => {
  const { work } = program.services
  const company = await plannedCompany({
    act: (actor, command, input) => work.act(actor, command, input),
  })
  await company.hire('Ana')
  for (let n = 0; n < 4; n++) await company.order()
  const day = addDays(dateAt(Date.now(), 'Europe/Paris'), 3)
  const draft = runDraft.parse({ from: day, until: addDays(day, 4), seconds: 8 })
  const { id } = await work.act(company.planner, createRun, draft)
  const look = () =>
    work.act(
      company.planner,
      { name: 'tests.look', permission: 'planning.write', run: (tx) => claimRun(tx, id) },
      undefined,
    )
  const until = async (isThere: (now: Awaited<ReturnType<typeof look>>) => boolean) => {
    for (;;) {
      const now = await look()
      if (isThere(now)) return now
      await setTimeout(200)
    }
  }
  const first = startWorker()
  await until((now) => now?.run.state === 'running')
  first.kill('SIGKILL')
  startWorker()
  const ended = await until((now) => now?.run.state !== 'running')
  expect(ended).toMatchObject({ attempts: 2, run: { state: 'proposed', failure: null } })
  const proposal = await work.read(company.planner, null, (tx) => readProposal(tx, id))
  expect(proposal?.assigned).toBe(4)
})
