import { DataSet, Timeline } from 'vis-timeline/standalone'
import 'vis-timeline/styles/vis-timeline-graph2d.css'
import { makePlan } from './data.js'

let plan, items, timeline

window.board = {
  prepare: () => {
    plan = makePlan()
  },
  mount: (root) => {
    items = new DataSet(plan.visits.map((v) => ({ id: v.id, group: v.technician, content: v.title, start: v.from, end: v.until })))
    const groups = new DataSet(plan.technicians.map((t) => ({ id: t.id, content: t.name })))
    timeline = new Timeline(root, items, groups, {
      start: plan.from, end: plan.from + 30 * 3_600_000, min: plan.from, max: plan.until, height: '100%',
      verticalScroll: true, horizontalScroll: true, zoomKey: 'ctrlKey', editable: { updateTime: true }, stack: true,
    })
  },
  move: (ids, ms) => {
    items.updateOnly(ids.map((id) => {
      const item = items.get(id)
      return { id, start: Number(item.start) + ms, end: Number(item.end) + ms }
    }))
  },
  grab: () => {
    for (const item of document.querySelectorAll('.vis-item.vis-range')) {
      const box = item.getBoundingClientRect()
      if (box.width > 12 && box.left > 300 && box.right < innerWidth - 200 && box.top > 60 && box.bottom < 600) {
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      }
    }
    return null
  },
}
