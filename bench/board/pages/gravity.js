import { Timeline } from '@gravity-ui/timeline'
import { makePlan } from './data.js'

let plan, timeline, events

// A canvas without dragging: what it can do is measured, the rest is left out.
window.board = {
  prepare: () => {
    plan = makePlan()
  },
  mount: (root) => {
    const canvas = document.createElement('canvas')
    canvas.style.cssText = 'width:100%;height:100%;display:block'
    root.append(canvas)
    const axes = plan.technicians.map((t, k) => ({ id: t.id, tracksCount: 1, top: k * 52, height: 52, label: t.name }))
    events = plan.visits.map((v) => ({ id: v.id, from: v.from, to: v.until, axisId: v.technician, trackIndex: 0, color: v.colour }))
    timeline = new Timeline({
      settings: { start: plan.from, end: plan.until, axes, events, markers: [], sections: [] },
      viewConfiguration: {},
    })
    timeline.init(canvas)
  },
  move: (ids, ms) => {
    const moved = new Set(ids)
    events = events.map((one) => (moved.has(one.id) ? { ...one, from: one.from + ms, to: one.to + ms } : one))
    timeline.api.setEvents(events)
  },
  grab: () => null,
}
