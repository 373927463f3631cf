// The same plan for every board: 500 technicians, 10,000 visits in one week, seeded.
export const TECHNICIANS = 500
export const VISITS = 10_000
export const MONDAY = '2026-11-16'
const START = Date.parse('2026-11-16T00:00:00+01:00')
const HOUR = 3_600_000
const COLOURS = ['#dc2626', '#2563eb', '#16a34a', '#7c3aed']

const makeRandom = (seed) => () => {
  seed = (seed * 16807) % 2147483647
  return seed / 2147483647
}

export const makePlan = () => {
  const random = makeRandom(42)
  const technicians = Array.from({ length: TECHNICIANS }, (_, index) => ({
    id: `t${index}`,
    name: `Technicien ${index + 1}`,
  }))
  const visits = []
  const perDay = VISITS / TECHNICIANS / 5
  for (let t = 0; t < TECHNICIANS; t++) {
    for (let day = 0; day < 5; day++) {
      let at = START + day * 24 * HOUR + (8 + random()) * HOUR
      for (let k = 0; k < perDay; k++) {
        const from = Math.round(at / 300_000) * 300_000
        const until = from + (0.5 + Math.floor(random() * 4) * 0.25) * HOUR
        const n = visits.length
        visits.push({ id: `v${n}`, technician: `t${t}`, from, until, title: `Visite ${n}`, colour: COLOURS[n % 4] })
        at = until + (0.3 + random()) * HOUR
      }
    }
  }
  return { technicians, visits, from: START, until: START + 7 * 24 * HOUR }
}
