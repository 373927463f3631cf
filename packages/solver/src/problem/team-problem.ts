/**
 * Work made by teams of the day: several people who stay together for a day and do their jobs
 * one after the other, with skills that count by how many of them hold each level. No travel.
 * This is the problem of the ROADEF/EURO challenge 2007 (Dutot, Laugier & Bustos 2006).
 */
import type { Fault } from './faults.ts'
import { Inspector } from './faults.ts'

/** Somebody who can be in one team a day. */
export interface TeamTechnicianInput {
  readonly id: string
  /** Level in each domain, 0 = none. */
  readonly levels: readonly number[]
  /** Days off, counted from 1. */
  readonly daysOff?: readonly number[]
}

/** A job that a team does in one go, within one day. */
export interface TeamJobInput {
  readonly id: string
  readonly duration: number
  /** From 1 (most urgent). */
  readonly priority: number
  /** By domain, then level from 1: how many of the team must have at least that level. */
  readonly needs: readonly (readonly number[])[]
  /** Ids of jobs that must have ended before this one begins. */
  readonly after?: readonly string[]
  /** What it costs to give the job away; paid from `budget`. */
  readonly price?: number
}

/** Plain JSON: what `buildTeamProblem` takes. Times count from 0; day d begins at (d − 1) × dayLength. */
export interface TeamProblemInput {
  readonly dayLength: number
  /** What the latest end of each priority weighs; the last one weighs the end of everything. */
  readonly weights: readonly number[]
  /** What giving jobs away may cost in all; a job is given away together with all that come after it. */
  readonly budget?: number
  readonly technicians: readonly TeamTechnicianInput[]
  readonly jobs: readonly TeamJobInput[]
}

/** A technician, indexed. */
export interface TeamTechnician {
  readonly id: string
  readonly levels: readonly number[]
  /** Days off, counted from 0. */
  readonly daysOff: ReadonlySet<number>
}

/** A job, indexed: `before` holds the ranks of its predecessors. */
export interface TeamJob {
  readonly id: string
  readonly duration: number
  /** From 0. */
  readonly priority: number
  readonly needs: readonly (readonly number[])[]
  readonly before: readonly number[]
  readonly price: number
}

/** The validated problem. */
export interface TeamProblem {
  readonly dayLength: number
  readonly weights: readonly number[]
  readonly budget: number
  readonly domains: number
  readonly levels: number
  readonly technicians: readonly TeamTechnician[]
  readonly jobs: readonly TeamJob[]
}

const COUNT = { min: 0, max: 1e6 }

const readNumbers = (inspector: Inspector, path: string, value: unknown): readonly number[] =>
  inspector.list(path, value).map(([at, item]) => inspector.number(at, item, COUNT))

const readTechnician = (
  inspector: Inspector,
  at: string,
  item: unknown,
  ids: Map<string, number>,
): TeamTechnician => {
  const raw = inspector.record(at, item)
  const id = inspector.text(`${at}.id`, raw.id)
  inspector.enter(`${at}.id`, id, ids)
  return {
    id,
    levels: readNumbers(inspector, `${at}.levels`, raw.levels),
    daysOff: new Set(readNumbers(inspector, `${at}.daysOff`, raw.daysOff).map((day) => day - 1)),
  }
}

const readJob = (
  inspector: Inspector,
  at: string,
  item: unknown,
  context: {
    readonly ids: Map<string, number>
    readonly dayLength: number
    readonly classes: number
  },
): Omit<TeamJob, 'before'> & { readonly after: unknown } => {
  const raw = inspector.record(at, item)
  const id = inspector.text(`${at}.id`, raw.id)
  inspector.enter(`${at}.id`, id, context.ids)
  const needs = inspector
    .list(`${at}.needs`, raw.needs)
    .map(([path, row]) => readNumbers(inspector, path, row))
  return {
    id,
    duration: inspector.number(`${at}.duration`, raw.duration, { min: 0, max: context.dayLength }),
    priority:
      inspector.number(`${at}.priority`, raw.priority, { min: 1, max: context.classes }) - 1,
    // Somebody of a higher level counts at the lower ones: asking for more above asks for as many below.
    needs: needs.map((row) => row.map((_, level) => Math.max(...row.slice(level)))),
    price: inspector.numberOr(`${at}.price`, raw.price, { min: 0 }, 0),
    after: raw.after,
  }
}

/** Jobs that come before themselves. */
const circular = (jobs: readonly TeamJob[]): readonly TeamJob[] => {
  const open = jobs.map(({ before }) => before.length)
  const after: number[][] = jobs.map(() => [])
  jobs.forEach(({ before }, job) => {
    for (const other of before) after[other]?.push(job)
  })
  const ready = open.flatMap((count, job) => (count === 0 ? [job] : []))
  for (let k = 0; k < ready.length; k++) {
    for (const job of after[ready[k] as number] ?? []) {
      open[job] = (open[job] as number) - 1
      if (open[job] === 0) ready.push(job)
    }
  }
  return jobs.filter((_, job) => (open[job] as number) > 0)
}

/** Tells the jobs that all technicians together could not do. */
const checkNeeds = (
  inspector: Inspector,
  technicians: readonly TeamTechnician[],
  jobs: readonly TeamJob[],
): void => {
  jobs.forEach(({ needs }, job) => {
    needs.forEach((row, domain) => {
      row.forEach((count, below) => {
        const held = technicians.filter(({ levels }) => (levels[domain] ?? 0) > below).length
        if (held < count)
          inspector.fault(`jobs[${job}].needs[${domain}][${below}]`, `at most ${held}`, count)
      })
    })
  })
}

/**
 * Validates an input and indexes it.
 *
 * @param input plain JSON; it is read as untrusted and never kept
 * @returns the problem, or every fault found, each with its path
 */
export const buildTeamProblem = (
  input: TeamProblemInput,
): { readonly problem: TeamProblem } | { readonly faults: readonly Fault[] } => {
  const inspector = new Inspector()
  const raw = inspector.record('', input)
  const dayLength = inspector.number('dayLength', raw.dayLength, { min: 1, max: 1e6 })
  const weights = readNumbers(inspector, 'weights', raw.weights)
  if (weights.length < 2) inspector.fault('weights', 'at least two numbers', weights.length)
  const technicianIds = new Map<string, number>()
  const technicians = inspector
    .list('technicians', raw.technicians)
    .map(([at, item]) => readTechnician(inspector, at, item, technicianIds))
  const ids = new Map<string, number>()
  const read = inspector
    .list('jobs', raw.jobs)
    .map(([at, item]) => readJob(inspector, at, item, { ids, dayLength, classes: weights.length }))
  const jobs = read.map(
    ({ after, ...job }, rank): TeamJob => ({
      ...job,
      before: inspector
        .list(`jobs[${rank}].after`, after)
        .map(([at, id]) => inspector.reference(at, id, ids, 'job')),
    }),
  )
  const circle = circular(jobs)
  if (circle.length > 0 && inspector.faults.length === 0)
    inspector.fault('jobs', 'an order without a circle', circle.map(({ id }) => id).join(', '))
  checkNeeds(inspector, technicians, jobs)
  if (inspector.faults.length > 0) return { faults: inspector.faults }
  return {
    problem: {
      dayLength,
      weights,
      budget: inspector.numberOr('budget', raw.budget, { min: 0 }, 0),
      domains: Math.max(0, ...technicians.map(({ levels }) => levels.length)),
      levels: Math.max(0, ...jobs.flatMap(({ needs }) => needs.map((row) => row.length))),
      technicians,
      jobs,
    },
  }
}
