/** The face of the scheduling engine. Everything else in this package is its own affair. */
export { check } from './check/check.ts'
export { checkTeams, costOfTeams } from './check/check-teams.ts'
export type { Violation } from './check/violation.ts'
export type { Slot } from './explain/best-slots.ts'
export { suggest } from './explain/best-slots.ts'
export type { Evaluation } from './explain/evaluate.ts'
export { evaluate } from './explain/evaluate.ts'
export type { Regime, RegimeOf } from './explain/regimes.ts'
export { allUnder, refusalsUnder, verdictUnder } from './explain/regimes.ts'
export type { Placement, Verdict } from './explain/verdict.ts'
export { verdict } from './explain/verdict.ts'
export type { Relaxation } from './explain/what-if.ts'
export type { Explanation, TechnicianReasons } from './explain/why-unassigned.ts'
export { explain } from './explain/why-unassigned.ts'
export { FORMATS } from './formats/formats.ts'
export type { Figures, Instance, ReadOptions } from './formats/instance.ts'
export { TEAM_FORMATS } from './formats/team-formats.ts'
export type { CostReport, CostShare } from './objectives/objectives.ts'
export type { Part, PartitionOptions } from './parts/partition.ts'
export { mergePlans, partition } from './parts/partition.ts'
export type { PartsOptions, PartsResult } from './parts/solve-in-parts.ts'
export { solveInParts } from './parts/solve-in-parts.ts'
export { buildProblem } from './problem/build.ts'
export type { Fault } from './problem/faults.ts'
export type {
  CertificationInput,
  DependencyInput,
  DepotInput,
  IntervalInput,
  LocationInput,
  LockInput,
  PauseInput,
  PositionInput,
  ProblemInput,
  PublishedInput,
  ResourceInput,
  ShiftInput,
  SkillInput,
  SynchronisationInput,
  TechnicianCostsInput,
  TechnicianInput,
  TechnicianLimitsInput,
  TravelInput,
  WorkOrderInput,
} from './problem/input.ts'
export { estimateTravel } from './problem/location.ts'
export type { Policy, PolicyInput } from './problem/policy.ts'
export { POLICIES, resolvePolicy } from './problem/policy.ts'
export { policySchema } from './problem/policy-schema.ts'
export type { Problem } from './problem/problem.ts'
export { policyFaults } from './problem/read-policy.ts'
export type {
  TeamJobInput,
  TeamProblem,
  TeamProblemInput,
  TeamTechnicianInput,
} from './problem/team-problem.ts'
export { buildTeamProblem } from './problem/team-problem.ts'
export type { Refusal, RuleName } from './rules/rule.ts'
export { explainRefusal } from './rules/rules.ts'
export {
  cooperate,
  type Partner,
  playRound,
  type Round,
  type RoundReport,
} from './search/cooperate.ts'
export type { Progress, Result, Search, SolveOptions, Territory } from './search/search.ts'
export { createSearch } from './search/session.ts'
export { solve } from './search/solve.ts'
export type { Assignment, Plan, Renewal } from './solution/plan.ts'
export type { Summary, TourSummary } from './solution/summary.ts'
export type { CancelSignal, Stop } from './stop/stop.ts'
export type { TeamPlan, TeamTour } from './teams/team-plan.ts'
export type { TeamResult, TeamSearch, TeamSearchOptions } from './teams/team-search.ts'
export { createTeamSearch } from './teams/team-search.ts'
