// Solves one instance in several threads that work together. See `cooperate` in packages/solver.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { cooperate, type Partner, type RoundReport, TEAM_FORMATS } from '@regie/solver'
import { openTask, presentAnswer, type SolveAnswer, type SolveTask } from './solve-task.ts'

/** What the next message of a worker says, unless it fails first. */
const heard = async <T>(worker: Worker): Promise<T> => {
  const [message] = (await once(worker, 'message')) as [T]
  return message
}

const seedsOf = ({ threads, seed }: SolveTask): readonly number[] =>
  Array.from({ length: threads }, (_, k) => seed + k * 7919)

/** Independent searches from other seeds; the best plan counts. */
async function solveApart(task: SolveTask): Promise<SolveAnswer> {
  const answers = await Promise.all(
    seedsOf(task).map((seed) =>
      heard<SolveAnswer>(
        new Worker(new URL('./solve-alone.ts', import.meta.url), {
          workerData: { ...task, seed },
        }),
      ),
    ),
  )
  const best = answers.reduce((a, b) => (b.compared < a.compared ? b : a))
  const iterations = answers.reduce((sum, { answer }) => sum + Number(answer.iterations ?? 0), 0)
  return { ...best, answer: { ...best.answer, iterations } }
}

const openPartner = (task: SolveTask, seed: number): { worker: Worker; partner: Partner } => {
  const worker = new Worker(new URL('./solve-partner.ts', import.meta.url), {
    workerData: { task, seed },
  })
  return {
    worker,
    partner: {
      play: (round) => {
        const report = heard<RoundReport>(worker)
        worker.postMessage(round)
        return report
      },
    },
  }
}

/** Solves a task in as many threads as it says. */
export async function solveTogether(task: SolveTask): Promise<SolveAnswer> {
  if (TEAM_FORMATS.has(task.format)) return solveApart(task)
  const begun = performance.now()
  const cpuBegun = process.cpuUsage()
  const opened = openTask(task)
  if ('faults' in opened)
    return { answer: {}, compared: Number.POSITIVE_INFINITY, faults: opened.faults }
  if (opened.inParts) return solveApart(task)
  for (const note of opened.instance.ignored) console.error(note)
  const team = seedsOf(task).map((seed) => openPartner(task, seed))
  const result = await cooperate(
    opened.problem,
    team.map(({ partner }) => partner),
    { seed: task.seed },
  )
  await Promise.all(team.map(({ worker }) => worker.terminate()))
  const { answer, ...rest } = presentAnswer(opened, result)
  const { user, system } = process.cpuUsage(cpuBegun)
  const times = {
    elapsedMs: Math.round(performance.now() - begun),
    cpuMs: Math.round((user + system) / 1000),
  }
  return { ...rest, answer: { ...answer, ...times } }
}
