import type { TeamKernel } from './team-kernel.ts'

/** A team of a day while it is planned. */
export interface Team {
  members: number[]
  /** Jobs in order of time. */
  jobs: number[]
  /** By cell: the most that its jobs need, and how many members cover it. */
  readonly need: Uint8Array
  readonly have: Uint8Array
}

/** A day while it is planned: teams, and those in none. */
export interface Day {
  readonly rank: number
  teams: Team[]
  /** Technicians at work and in no team. */
  free: number[]
  /** By cell: how many of the free cover it. */
  readonly spare: Int16Array
}

/** Fresh copies, so that a change can be taken back. */
export const copyDay = (day: Day): Day => ({
  rank: day.rank,
  teams: day.teams.map(({ members, jobs, need, have }) => ({
    members: members.slice(),
    jobs: jobs.slice(),
    need: need.slice(),
    have: have.slice(),
  })),
  free: day.free.slice(),
  spare: day.spare.slice(),
})

/** A day on which nobody has been planned yet. */
export const emptyDay = (kernel: TeamKernel, rank: number): Day => {
  const { problem, cells, covers } = kernel
  const free = problem.technicians.flatMap(({ daysOff }, t) => (daysOff.has(rank) ? [] : [t]))
  const spare = new Int16Array(cells)
  for (const t of free) {
    for (let c = 0; c < cells; c++)
      spare[c] = (spare[c] as number) + (covers[t * cells + c] as number)
  }
  return { rank, teams: [], free, spare }
}

/** Takes a free technician into a team. */
export const join = (kernel: TeamKernel, day: Day, team: Team, technician: number): void => {
  const { cells, covers } = kernel
  day.free.splice(day.free.indexOf(technician), 1)
  team.members.push(technician)
  for (let c = 0; c < cells; c++) {
    const own = covers[technician * cells + c] as number
    team.have[c] = (team.have[c] as number) + own
    day.spare[c] = (day.spare[c] as number) - own
  }
}

/** Frees a member of a team. */
export const leave = (kernel: TeamKernel, day: Day, team: Team, technician: number): void => {
  const { cells, covers } = kernel
  team.members.splice(team.members.indexOf(technician), 1)
  day.free.push(technician)
  for (let c = 0; c < cells; c++) {
    const own = covers[technician * cells + c] as number
    team.have[c] = (team.have[c] as number) - own
    day.spare[c] = (day.spare[c] as number) + own
  }
}

/** Works out anew what the jobs of a team need. */
export const weighNeeds = (kernel: TeamKernel, team: Team): void => {
  const { cells, needs, asks } = kernel
  team.need.fill(0)
  for (const job of team.jobs) {
    for (const c of asks[job] as Int32Array)
      team.need[c] = Math.max(team.need[c] as number, needs[job * cells + c] as number)
  }
}

/** Can a team do without a member, with `other` (−1 for nobody) in the place? */
const canReplace = (kernel: TeamKernel, team: Team, member: number, other: number): boolean => {
  const { cells, covers } = kernel
  for (let c = 0; c < cells; c++) {
    if ((team.need[c] as number) === 0) continue
    const change =
      (other < 0 ? 0 : (covers[other * cells + c] as number)) -
      (covers[member * cells + c] as number)
    if ((team.have[c] as number) + change < (team.need[c] as number)) return false
  }
  return true
}

/** Frees members that a team does not need, and exchanges others for free ones worth less. */
export const slim = (kernel: TeamKernel, day: Day, team: Team, exchange: boolean): void => {
  const { worth } = kernel
  const members = team.members.slice().sort((a, b) => (worth[b] as number) - (worth[a] as number))
  for (const member of members) {
    if (canReplace(kernel, team, member, -1)) {
      leave(kernel, day, team, member)
      continue
    }
    if (!exchange) continue
    let best = member
    for (const other of day.free) {
      const cheaper = (worth[other] as number) < (worth[best] as number)
      if (cheaper && canReplace(kernel, team, member, other)) best = other
    }
    if (best === member) continue
    leave(kernel, day, team, member)
    join(kernel, day, team, best)
  }
}
