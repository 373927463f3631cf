import type { Random } from '../../random/random.ts'
import type { Individual } from './individual.ts'
import { brokenPairs, isFeasible, penalisedCost } from './individual.ts'
import type { Penalties } from './penalised-tours.ts'

/** How a population is kept. */
export interface PopulationOptions {
  /** Individuals that survive, and those that may join before a selection. */
  readonly survivors: number
  readonly offspring: number
  /** Individuals that the selection keeps by cost alone, roughly. */
  readonly elite: number
  /** Nearest individuals that the diversity of one is measured against. */
  readonly close: number
}

/** Another member, and how far away it is. */
interface Neighbour {
  readonly member: Member
  readonly distance: number
}

interface Member {
  readonly plan: Individual
  /** The other members of its part, nearest first. */
  readonly others: Neighbour[]
  /** Penalised cost and diversity when last ranked. */
  cost: number
  diversity: number
  /** Ranks by cost and by diversity, weighted; less is better. */
  fitness: number
}

const insertNeighbour = (others: Neighbour[], one: Neighbour): void => {
  let k = others.length
  others.push(one)
  for (; k > 0 && (others[k - 1] as Neighbour).distance > one.distance; k--) {
    others[k] = others[k - 1] as Neighbour
  }
  others[k] = one
}

/** Feasible or infeasible individuals. */
class Part {
  readonly members: Member[] = []
  private readonly spread: Member[] = []
  private readonly options: PopulationOptions

  constructor(options: PopulationOptions) {
    this.options = options
  }

  /** Adds a plan, unless it is there already. */
  add(plan: Individual, penalties: Penalties): boolean {
    const { members, options } = this
    const member: Member = { plan, others: [], cost: 0, diversity: 0, fitness: 0 }
    const distances = members.map((other) => brokenPairs(plan, other.plan))
    if (distances.includes(0)) return false
    for (let k = 0; k < members.length; k++) {
      const other = members[k] as Member
      const distance = distances[k] as number
      insertNeighbour(member.others, { member: other, distance })
      insertNeighbour(other.others, { member, distance })
    }
    members.push(member)
    if (members.length <= options.survivors + options.offspring) return true
    while (members.length > options.survivors) {
      this.rank(penalties)
      this.drop(this.worst())
    }
    return true
  }

  /** The least fit; the cheapest of all stays. */
  private worst(): Member {
    const { members } = this
    let worst = members[1] as Member
    let most = Number.NEGATIVE_INFINITY
    for (let k = 1; k < members.length; k++) {
      const member = members[k] as Member
      if (member.fitness <= most) continue
      most = member.fitness
      worst = member
    }
    return worst
  }

  private drop(gone: Member): void {
    const { members } = this
    members.splice(members.indexOf(gone), 1)
    for (const { others } of members) {
      others.splice(
        others.findIndex(({ member }) => member === gone),
        1,
      )
    }
  }

  clear(): void {
    this.members.length = 0
  }

  /** Sorts by cost and sets the biased fitness of each (Vidal et al. 2012). */
  rank(penalties: Penalties): void {
    const { members, spread, options } = this
    spread.length = 0
    for (const member of members) {
      member.cost = penalisedCost(member.plan, penalties)
      const close = Math.min(options.close, member.others.length)
      let sum = 0
      for (let k = 0; k < close; k++) sum += (member.others[k] as Neighbour).distance
      member.diversity = close === 0 ? 1 : sum / close
      spread.push(member)
    }
    members.sort((a, b) => a.cost - b.cost)
    spread.sort((a, b) => b.diversity - a.diversity)
    members.forEach((member, rank) => {
      member.fitness = rank
    })
    const weight = 1 - Math.min(1, options.elite / members.length)
    spread.forEach((member, rank) => {
      member.fitness += weight * rank
    })
  }
}

/**
 * A population of feasible and of infeasible plans, kept good and different from one another
 * (Vidal, Crainic, Gendreau, Lahrichi & Rei 2012).
 */
export class Population {
  private readonly feasible: Part
  private readonly infeasible: Part
  private readonly penalties: Penalties

  constructor(options: PopulationOptions, penalties: Penalties) {
    this.feasible = new Part(options)
    this.infeasible = new Part(options)
    this.penalties = penalties
  }

  get size(): number {
    return this.feasible.members.length + this.infeasible.members.length
  }

  add(plan: Individual): boolean {
    const part = isFeasible(plan) ? this.feasible : this.infeasible
    return part.add(plan, this.penalties)
  }

  clear(): void {
    this.feasible.clear()
    this.infeasible.clear()
  }

  /** Two different parents, each the fitter of two drawn at random. */
  parents(random: Random): readonly [Individual, Individual] {
    this.feasible.rank(this.penalties)
    this.infeasible.rank(this.penalties)
    const first = this.tournament(random)
    let second = this.tournament(random)
    for (let k = 0; k < 10 && second === first; k++) second = this.tournament(random)
    return [first, second]
  }

  private tournament(random: Random): Individual {
    const a = this.draw(random)
    const b = this.draw(random)
    return a.fitness <= b.fitness ? a.plan : b.plan
  }

  private draw(random: Random): Member {
    const k = random.below(this.size)
    const { members } = this.feasible
    const member = k < members.length ? members[k] : this.infeasible.members[k - members.length]
    return member as Member
  }
}
