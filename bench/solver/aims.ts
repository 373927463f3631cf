// What the engine is held against: the aims, and what rivals reach as quoted (bench/data/README.md).

/** One solver's mean gap in % to the best known, as measured and quoted by others. */
export interface Rival {
  readonly name: string
  readonly gap: number
  readonly remark?: string
}

/** One set at one budget, with the aim and the rivals' figures. */
export interface Aim {
  readonly set: string
  readonly seconds: number
  readonly title: string
  /** Mean gap in %. */
  readonly aim: number
  readonly rivals: readonly Rival[]
}

const VROOM = 'VROOM 1.15 rc2'
const PYVRP = 'PyVRP 0.13.4'
const HGS = 'HGS-VRPTW'
const JSPRIT = 'jsprit'
const SAMPLE = 'on a sample of the set'

/** The aims in the order of the table. */
export const AIMS: readonly Aim[] = [
  {
    set: 'solomon',
    seconds: 1,
    title: 'Solomon, 56 × 100 customers, 1 s',
    aim: 0.2,
    rivals: [
      { name: HGS, gap: 0.66 },
      { name: PYVRP, gap: 3.33, remark: SAMPLE },
      { name: VROOM, gap: 5.36 },
    ],
  },
  {
    set: 'solomon',
    seconds: 10,
    title: 'Solomon, 56 × 100 customers, 10 s',
    aim: 0.02,
    rivals: [
      { name: HGS, gap: 0.006, remark: SAMPLE },
      { name: PYVRP, gap: 0.22, remark: SAMPLE },
      { name: VROOM, gap: 1.74 },
      { name: JSPRIT, gap: 2.9, remark: SAMPLE },
    ],
  },
  {
    set: 'homberger-200-sample',
    seconds: 10,
    title: 'Gehring & Homberger, 200 customers, 10 s',
    aim: 0.13,
    rivals: [
      { name: HGS, gap: 0.13 },
      { name: PYVRP, gap: 0.53 },
      { name: VROOM, gap: 5.1 },
    ],
  },
  {
    set: 'homberger-200-sample',
    seconds: 30,
    title: 'Gehring & Homberger, 200 customers, 30 s',
    aim: 0.05,
    rivals: [
      { name: HGS, gap: 0.04 },
      { name: PYVRP, gap: 0.34 },
      { name: VROOM, gap: 3.11 },
    ],
  },
  {
    set: 'homberger-1000',
    seconds: 60,
    title: 'Gehring & Homberger, 1,000 customers, 60 s',
    aim: 1.5,
    rivals: [
      { name: PYVRP, gap: 2.72 },
      { name: HGS, gap: 4.88 },
      { name: VROOM, gap: 12 },
    ],
  },
  {
    set: 'trsp',
    seconds: 30,
    title: 'TRSP, technicians with tools and parts, 30 s',
    aim: 0,
    rivals: [],
  },
  {
    set: 'hhcrsp-mankowska',
    seconds: 60,
    title: 'HHCRSP Mankowska, home care, 60 s',
    aim: 1,
    rivals: [],
  },
  {
    set: 'hhcrsp-italian',
    seconds: 60,
    title: 'HHCRSP Italian towns, home care, 60 s',
    aim: 1,
    rivals: [],
  },
  { set: 'roadef2007', seconds: 60, title: 'ROADEF 2007 set A, teams, 60 s', aim: 1, rivals: [] },
]
