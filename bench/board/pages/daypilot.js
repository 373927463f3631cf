import { DayPilot } from '@daypilot/daypilot-lite-javascript'
import { makePlan, MONDAY } from './data.js'

let plan, scheduler

const local = (ms) => new Date(ms + 3_600_000).toISOString().slice(0, 19)

window.board = {
  prepare: () => {
    plan = makePlan()
  },
  mount: (root) => {
    const host = document.createElement('div')
    root.append(host)
    scheduler = new DayPilot.Scheduler(host, {
      startDate: MONDAY, days: 7, scale: 'Hour', cellWidth: 40, heightSpec: 'Parent100Pct', height: 700,
      timeHeaders: [{ groupBy: 'Day' }, { groupBy: 'Hour' }], eventMoveHandling: 'Update',
      resources: plan.technicians.map((t) => ({ id: t.id, name: t.name })),
      events: plan.visits.map((v) => ({ id: v.id, resource: v.technician, start: local(v.from), end: local(v.until), text: v.title })),
    })
    scheduler.init()
  },
  move: (ids, ms) => {
    for (const id of ids) {
      const event = scheduler.events.find(id)
      event.data.start = event.start().addMilliseconds(ms).toString()
      event.data.end = event.end().addMilliseconds(ms).toString()
      scheduler.events.update(event)
    }
  },
  grab: () => {
    for (const item of document.querySelectorAll('[class*="_event"]:not([class*="inner"])')) {
      const box = item.getBoundingClientRect()
      if (box.width > 12 && box.left > 300 && box.right < innerWidth - 200 && box.top > 60 && box.bottom < 600) {
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      }
    }
    return null
  },
}
