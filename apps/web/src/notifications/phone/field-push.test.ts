// The worker's part of a push, as the phone loads it: the very file, with a service worker's world around it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { expect, test, vi } from 'vitest'

type Heard = (event: Record<string, unknown>) => void
const SOURCE = readFileSync(path.join(import.meta.dirname, '../../../public/field-push.js'), 'utf8')

function aWorker(pages: readonly Record<string, unknown>[] = []) {
  const hear = new Map<string, Heard>()
  const showNotification = vi.fn(async () => undefined)
  const openWindow = vi.fn(async () => undefined)
  const subscribe = vi.fn(async () => ({ toJSON: () => ({ endpoint: 'https://p/2', keys: {} }) }))
  const fetch = vi.fn(async () => undefined)
  const self = {
    location: { origin: 'https://regie.test' },
    addEventListener: (name: string, listener: Heard) => void hear.set(name, listener),
    registration: { showNotification, pushManager: { subscribe } },
    clients: { matchAll: async () => pages, openWindow },
  }
  runInContext(
    SOURCE,
    createContext({ self, URL, MessageChannel, setTimeout, clearTimeout, fetch, crypto }),
  )
  const fire = async (name: string, event: Record<string, unknown>) => {
    const work: unknown[] = []
    hear.get(name)?.({ ...event, waitUntil: (promise: unknown) => work.push(promise) })
    await Promise.all(work)
  }
  const push = (data: unknown) => fire('push', { data: { json: () => data } })
  const tap = (url: string) =>
    fire('notificationclick', { notification: { close: () => undefined, data: { url } } })
  return { fire, push, tap, showNotification, openWindow, subscribe, fetch }
}

test('a push shows what it says, once for each message, with the visit it opens', async () => {
  const { push, showNotification } = aWorker()
  await push({ id: 'm1', title: 'Planning', body: 'Déplacé', url: '/field/assignment/a' })
  expect(showNotification).toHaveBeenCalledWith('Planning', {
    ...{ body: 'Déplacé', icon: '/field-192.png', badge: '/field-192.png', tag: 'm1' },
    data: { url: '/field/assignment/a' },
  })
})

test('a push that nobody can read is shown all the same, and leads nowhere else than home', async () => {
  const { fire, push, showNotification } = aWorker()
  await fire('push', { data: null })
  await push({ title: '', url: 'https://elsewhere.test/field/' })
  await push({ title: 7, url: '/team' })
  const urls = showNotification.mock.calls.map((call) => (call as unknown[])[1])
  expect(urls).toMatchObject(Array.from({ length: 3 }, () => ({ data: { url: '/field/' } })))
})

test('a tap opens the visit: in the page that is open, which keeps what is half typed', async () => {
  const closed = aWorker()
  await closed.tap('/field/assignment/a')
  expect(closed.openWindow).toHaveBeenCalledWith('/field/assignment/a')
  const navigate = vi.fn(async () => undefined)
  const told: unknown[] = []
  const page = {
    url: 'https://regie.test/field/week',
    focus: async () => undefined,
    navigate,
    postMessage: (message: unknown, [port]: [MessagePort]) => {
      told.push(message)
      port.postMessage('done')
    },
  }
  await aWorker([page]).tap('/field/assignment/a')
  expect(told).toEqual([{ kind: 'open', url: '/field/assignment/a' }])
  expect(navigate).not.toHaveBeenCalled()
  // A page of an older version answers nothing: it is loaded anew.
  await aWorker([{ ...page, postMessage: () => undefined }]).tap('/field/assignment/a')
  expect(navigate).toHaveBeenCalledWith('/field/assignment/a')
})

test('a subscription that the browser renews is told to the server', async () => {
  const { fire, subscribe, fetch } = aWorker()
  await fire('pushsubscriptionchange', {
    oldSubscription: { options: { applicationServerKey: 'k' } },
  })
  expect(subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: 'k' })
  expect(fetch).toHaveBeenCalledWith(
    '/api/notifications/push-subscription',
    expect.objectContaining({ method: 'PUT' }),
  )
})
