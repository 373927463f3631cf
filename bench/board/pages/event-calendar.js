import { createCalendar, Interaction, ResourceTimeline } from '@event-calendar/core'
import '@event-calendar/core/index.css'
import { makePlan, MONDAY } from './data.js'

let plan, calendar

const eventOf = (v) => ({ id: v.id, resourceId: v.technician, start: new Date(v.from), end: new Date(v.until), title: v.title, backgroundColor: v.colour })

window.board = {
  prepare: () => {
    plan = makePlan()
  },
  mount: (root) => {
    calendar = createCalendar(root, [ResourceTimeline, Interaction], {
      view: 'resourceTimelineWeek', date: MONDAY, height: '100%', firstDay: 1, editable: true, slotDuration: '00:30',
      resources: plan.technicians.map((t) => ({ id: t.id, title: t.name })), events: plan.visits.map(eventOf),
    })
  },
  move: (ids, ms) => {
    for (const id of ids) {
      const event = calendar.getEventById(id)
      calendar.updateEvent({ ...event, start: new Date(Number(event.start) + ms), end: new Date(Number(event.end) + ms) })
    }
  },
  grab: () => {
    for (const item of document.querySelectorAll('.ec-event')) {
      const box = item.getBoundingClientRect()
      if (box.width > 12 && box.left > 300 && box.right < innerWidth - 200 && box.top > 60 && box.bottom < 600) {
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      }
    }
    return null
  },
}
