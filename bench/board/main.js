const pages = {
  regie: () => import('./pages/ours.js'),
  'vis-timeline': () => import('./pages/vis-timeline.js'),
  'event-calendar': () => import('./pages/event-calendar.js'),
  'gravity-timeline': () => import('./pages/gravity.js'),
  daypilot: () => import('./pages/daypilot.js'),
}
await pages[new URLSearchParams(location.search).get('board')]()
window.board.prepare()
document.title = 'ready'
