// Problems of the product's kind, made without a server: Paris' sports facilities, and companies of any size.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ProblemInput } from '@regie/solver'

const HOUR = 3600
const DAY = 24 * HOUR

/** Pseudo-random numbers in [0, 1), the same at each call. */
const stream = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Place = { readonly latitude: number; readonly longitude: number }

/** The 547 real sports facilities of Paris that the demo ships. */
const parisSites = (): readonly Place[] => {
  const file = path.join(import.meta.dirname, '../../apps/server/src/demo/data/facilities.csv')
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, ''))
    return { longitude: Number(cells?.[8]), latitude: Number(cells?.[9]) }
  })
}

const shiftsOf = (days: number, hours: readonly [number, number] = [8, 17]) =>
  Array.from({ length: days }, (_, day) => ({
    day: String(day + 1),
    week: '1',
    start: day * DAY + hours[0] * HOUR,
    end: day * DAY + hours[1] * HOUR,
  }))

/** 547 sites over five days with 20 technicians who live spread over the sites; 45 minutes each. */
export const paris = (): ProblemInput => {
  const sites = parisSites()
  const technicians = Array.from({ length: 20 }, (_, k) => k)
  const home = (k: number): Place => sites[Math.floor((k * sites.length) / 20)] as Place
  return {
    locations: [
      ...sites.map((place, k) => ({ id: `s${k}`, ...place })),
      ...technicians.map((k) => ({ id: `h${k}`, ...home(k) })),
    ],
    technicians: technicians.map((k) => ({
      id: `t${k}`,
      startLocation: `h${k}`,
      endLocation: `h${k}`,
      shifts: shiftsOf(5),
      skills: [{ id: 'pool', level: 1 + (k % 3) }],
    })),
    workOrders: sites.map((_, k) => ({
      id: `w${k}`,
      location: `s${k}`,
      serviceSeconds: 45 * 60,
      skills: [{ id: 'pool', level: 1 }],
      unassignedPrice: 100,
    })),
  }
}

/** A company around one town: a visit in ten asks for a morning or an afternoon, one in five for a skill. */
export const company = (visits: number, technicians: number, days = 1): ProblemInput => {
  const next = stream(visits * 31 + technicians)
  const place = (): Place => ({ latitude: 48.6 + 0.5 * next(), longitude: 2 + 0.7 * next() })
  const skills = ['pool', 'heat', 'power']
  const asked = (k: number) => (k % 5 === 0 ? [{ id: skills[k % 3] as string, level: 1 }] : [])
  const window = (k: number) => {
    const day = (k % days) * DAY
    const [from, to] = k % 20 === 0 ? [8, 12] : [13, 17]
    return k % 10 === 0 ? [{ start: day + from * HOUR, end: day + to * HOUR }] : undefined
  }
  return {
    locations: [
      ...Array.from({ length: visits }, (_, k) => ({ id: `s${k}`, ...place() })),
      ...Array.from({ length: technicians }, (_, k) => ({ id: `h${k}`, ...place() })),
    ],
    technicians: Array.from({ length: technicians }, (_, k) => ({
      id: `t${k}`,
      startLocation: `h${k}`,
      endLocation: `h${k}`,
      shifts: shiftsOf(days),
      skills: skills.filter((_, rank) => (k + rank) % 3 !== 0).map((id) => ({ id, level: 2 })),
    })),
    workOrders: Array.from({ length: visits }, (_, k) => {
      const windows = window(k)
      return {
        id: `w${k}`,
        location: `s${k}`,
        serviceSeconds: (20 + 5 * (k % 5)) * 60,
        skills: asked(k),
        unassignedPrice: 100,
        ...(windows && { windows }),
      }
    }),
  }
}
