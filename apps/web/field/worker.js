// The phone's service worker: its files open the app without network. The build puts two lines before it: VERSION names
// these very files, and FILES is the list of them. Plain JavaScript, for the browser loads it as it stands.

const PAGE = '/field/'
const OURS = /^(regie-field-|workbox-precache)/
const CACHE = `regie-field-${VERSION}`
const AT_ONCE = 6

const own = new Set(FILES)

/** Hashed names never change: what a former version fetched is taken from it. Others are asked for anew. */
const get = async (path) => {
  const isHashed = path.startsWith('/assets/')
  const held = isHashed ? await caches.match(path) : undefined
  if (held) return held
  const answer = await fetch(new Request(path, { cache: isHashed ? 'default' : 'reload' }))
  if (!answer.ok || answer.redirected) throw new Error(`${path} was answered with ${answer.status}`)
  return answer
}

/** Some at a time; an installation that was cut off goes on where it stopped. */
const fill = async () => {
  const cache = await caches.open(CACHE)
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  const waiting = FILES.filter((path) => !there.has(path))
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
      await cache.put(path, await get(path))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/** Where the browser can, it takes files from the cache by itself: a start then waits for no worker. */
const openWithoutWorker = (event) =>
  event.addRoutes?.([
    {
      condition: { urlPattern: { pathname: PAGE, search: '' }, requestMode: 'navigate' },
      source: { cacheName: CACHE },
    },
    { condition: { urlPattern: { pathname: '/assets/*' } }, source: { cacheName: CACHE } },
  ])

self.addEventListener('install', (event) => {
  event.waitUntil(
    Promise.all([fill(), Promise.resolve(openWithoutWorker(event)).catch(() => undefined)]),
  )
})

/** The files of former versions go with them. */
const tidy = async () => {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => OURS.test(name) && name !== CACHE).map((name) => caches.delete(name)),
  )
  await self.clients.claim()
}

self.addEventListener('activate', (event) => event.waitUntil(tidy()))

const answer = async (path, request) => {
  const cache = await caches.open(CACHE)
  return (await cache.match(path)) ?? (await fetch(request))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const isPage = request.mode === 'navigate' && `${pathname}/`.startsWith(PAGE)
  if (isPage) event.respondWith(answer(PAGE, request))
  else if (own.has(pathname)) event.respondWith(answer(pathname, request))
})

// A new version waits beside the old one until the technician takes it.
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') self.skipWaiting()
})
