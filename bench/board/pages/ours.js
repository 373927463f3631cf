// Régie's surface with the elements its screen gives it; the names of the rows are windowed as there.
import { makeDays } from '../../../apps/web/src/planning/engine/days.ts'
import { makePalette } from '../../../apps/web/src/planning/engine/palette.ts'
import { groupByRow } from '../../../apps/web/src/planning/engine/rows.ts'
import { NO_OVERLAYS } from '../../../apps/web/src/planning/engine/overlays.ts'
import { BoardSurface } from '../../../apps/web/src/planning/engine/surface.ts'
import { defaultPlacementRules } from '../../../packages/contract/src/planning-overrides.ts'
import { makeRuleBook } from '../../../apps/web/src/planning/rule-book.ts'
import { makePlan, MONDAY } from './data.js'

const theme = {
  canvas: '#f3f5f5', surface: '#ffffff', sunken: '#e9eded', ink: '#122022', 'ink-2': '#465659',
  'ink-3': '#5d6d70', line: '#dbe2e3', 'line-strong': '#7d8e91', accent: '#0b5563',
  'accent-soft': '#dceff1', good: '#17693c', warn: '#854700', bad: '#b0241c', 'bad-soft': '#fde6e3',
  tally: '#e08a00', info: '#1d4c9e',
}
const two = (n) => String(n).padStart(2, '0')
const make = (tag, style, parent) => {
  const element = document.createElement(tag)
  element.style.cssText = style
  parent.append(element)
  return element
}

let plan, surface, input, bars, heads, book, standing

/** Everybody may do everything and works all week: what costs time is asking, not refusing. */
const problemOf = () => ({
  version: 1,
  locations: Array.from({ length: 60 }, (_, k) => ({ id: `l${k}`, latitude: 48.8 + (k % 10) / 50, longitude: 2.2 + k / 150 })),
  technicians: plan.technicians.map(({ id }) => ({
    id, skills: [{ id: 'son', level: 2 }],
    shifts: [0, 1, 2, 3, 4].map((day) => ({ start: plan.from / 1000 + day * 86_400 + 7 * 3600, end: plan.from / 1000 + day * 86_400 + 20 * 3600, day: `d${day}`, week: 'w' })),
  })),
  workOrders: plan.visits.map((v, k) => ({
    id: v.id, location: `l${k % 60}`, serviceSeconds: (v.until - v.from) / 1000, skills: [{ id: 'son', level: 1 }],
    positions: [{ id: v.id }],
  })),
  dependencies: [],
  policy: { version: 1, name: 'DistanceAndSkills', extends: 'DistanceAndSkills' },
})

/** The dimming as the board does it: some milliseconds of judging a frame, then the frame is painted. */
const dim = () =>
  new Promise((done) => {
    const frameMs = []
    const verdicts = new Map()
    const waiting = plan.technicians.map(({ id }) => id)
    const held = plan.visits[0]
    const turn = () => {
      const start = performance.now()
      while (waiting.length > 0 && performance.now() < start + 4) {
        const technicianId = waiting.shift()
        const judged = book.judge(standing, { positionId: held.id, technicianId, from: held.from, until: held.until })
        if (judged) verdicts.set(technicianId, { enforcement: judged.enforcement, lasting: judged.lasting, reason: judged.reasons[0] ?? '' })
      }
      surface.judge(new Map(verdicts))
      frameMs.push(performance.now() - start)
      if (waiting.length > 0) requestAnimationFrame(turn)
      else done({ frameMs, rows: verdicts.size })
    }
    // As on the board: what is under the pointer is judged in a frame of its own, the rows from the next on.
    requestAnimationFrame(() => {
      const start = performance.now()
      book.judge(standing, { positionId: held.id, technicianId: held.technician, from: held.from, until: held.until })
      frameMs.push(performance.now() - start)
      requestAnimationFrame(turn)
    })
  })

const barOf = (v) => ({
  id: v.id, rowId: v.technician, from: v.from, until: v.until, title: v.title, detail: 'Contrôle · Ville',
  colour: v.colour, pattern: 'plain', state: 'accepted', locked: false, overridden: false, clientConfirmed: false, unseen: false, still: false, travelMinutes: 12,
  travelAfterMinutes: null, workId: v.id, crew: null, icon: 'repeat', attachments: 0,
})

const showHeads = (from, until) => {
  heads.replaceChildren(
    ...input.rows.slice(from, until).map((row, k) => {
      const head = document.createElement('div')
      head.style.cssText = `position:absolute;left:0;right:0;top:${surface?.stack.tops[from + k] ?? 0}px;height:52px`
      head.textContent = row.name
      return head
    }),
  )
}

const place = (id, from, until) => {
  const at = bars.findIndex((bar) => bar.id === id)
  bars[at] = { ...bars[at], from, until }
}

const show = () => {
  input = { ...input, bars: groupByRow(bars, input.bars) }
  surface.update(input)
}

window.board = {
  prepare: () => {
    plan = makePlan()
  },
  mount: (root) => {
    const scroller = make('div', 'position:absolute;inset:0;overflow:auto', root)
    const spacer = make('div', 'position:relative', scroller)
    const stage = make('div', 'position:sticky;top:0;left:0;overflow:clip', spacer)
    const canvas = make('canvas', 'display:block', stage)
    const column = make('div', 'position:absolute;left:0;top:46px;bottom:0;width:208px;overflow:clip;background:#fff', stage)
    heads = make('div', '', column)
    const focus = make('button', 'position:absolute;top:0;left:0;display:none', stage)
    const ghost = make('div', 'position:absolute;top:0;left:0;display:none;border:2px solid #0b5563', stage)
    const days = makeDays(MONDAY, 7, 'Europe/Paris')
    bars = plan.visits.map(barOf)
    const work = days.slice(0, 5).map((day) => ({ from: day.from + 8 * 3_600_000, until: day.from + 20 * 3_600_000 }))
    input = {
      rows: plan.technicians.map(({ id, name }) => ({ id, name, work, absences: [], loads: new Map(days.map(({ date }, k) => [date, k < 5 ? 0.8 : 0])) })),
      bars: groupByRow(bars), days, density: 'normal', palette: makePalette(theme, false),
      now: plan.from, selected: null, conflicts: new Set(), clear: null, overlays: NO_OVERLAYS, pace: { bufferMs: 900_000, breaks: [{ afterMs: 14_400_000, breakMs: 900_000 }] }, stepMinutes: 15, hourPx: 40,
      head: 208, axis: 46,
      labels: {
        dayLabels: (date) => [date],
        tickLabel: ({ minutes }) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
        travelLabel: (minutes) => `${minutes} min`,
      },
    }
    surface = new BoardSurface({ scroller, spacer, stage, canvas, heads, focus, ghost }, input, {
      onWindow: showHeads,
      onSelect: () => {},
      onHover: () => {},
      onOpen: () => {},
      onPick: () => {},
      onPoint: () => {},
      mayDrag: () => true,
      onOutside: () => false,
      onEffect: (effect) => {
        if (effect.kind !== 'drop') return
        place(effect.grip.id, effect.target.from, effect.target.until)
        show()
      },
    })
  },
  move: (ids, ms) => {
    for (const id of ids) {
      const bar = bars.find((one) => one.id === id)
      place(id, bar.from + ms, bar.until + ms)
    }
    show()
  },
  dim: () => {
    book ??= makeRuleBook(
      { problem: problemOf(), plan: { assignments: [] }, names: {}, estimate: { detourFactor: 1.3, kilometresPerHour: 30 }, labour: { rules: [], seats: {}, weeks: {} } },
      { language: 'fr', timeZone: 'Europe/Paris' },
      { ...defaultPlacementRules, range: { from: new Date(plan.from).toISOString(), until: new Date(plan.until).toISOString() } },
    )
    if (!book) throw new Error('the problem of the benchmark has faults')
    standing ??= plan.visits.map((v) => ({ positionId: v.id, technicianId: v.technician, from: v.from }))
    return dim()
  },
  grab: () => {
    const rows = document.querySelector('#root > div').getBoundingClientRect()
    for (let x = rows.left + 220; x < rows.right - 200; x += 6) {
      const hit = surface.placeAt(x, rows.top + 46 + 20)
      if (hit?.bar && hit.part === 'body') return { x, y: rows.top + 66 }
    }
    return null
  },
}
