// The service worker: makes the app open without network. A new version waits beside the old one until the
// technician takes it; the store on the phone is another matter and outlives both.
import { useSyncExternalStore } from 'react'

let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

const offer = (worker: ServiceWorker | null) => {
  waiting = worker
  for (const hear of listeners) hear()
}

const HOUR_MS = 3_600_000

const watch = (registration: ServiceWorkerRegistration) => {
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      // The very first one controls nothing yet: there is no older version to be told about.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker)
    })
  })
  const look = () => void registration.update().catch(() => undefined)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
  setInterval(look, HOUR_MS)
}

/** Only in the built product: during development every file is to be fresh. */
export const registerServiceWorker = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker
    .register('/field/sw.js', { scope: '/field/' })
    .then(watch, () => undefined)
}

const subscribe = (hear: () => void) => {
  listeners.add(hear)
  return () => void listeners.delete(hear)
}

/** Takes the new version that waits; null: there is none. */
export const useUpdate = (): (() => void) | null => {
  const worker = useSyncExternalStore(subscribe, () => waiting)
  if (!worker) return null
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => globalThis.location.reload())
    worker.postMessage({ type: 'SKIP_WAITING' })
  }
}
