// What the phone's service worker does with a push: it shows it, and a tap opens what it is about. Plain JavaScript,
// for the worker loads it as it stands, also when no page is open and no network is there.
;(() => {
  const HOME = '/field/'
  /** How long an open page may take to say that it goes there by itself. */
  const ANSWER_MS = 1000

  const read = (data) => {
    try {
      const told = data.json()
      return told && typeof told === 'object' ? told : {}
    } catch {
      return {}
    }
  }
  const isText = (value) => typeof value === 'string' && value !== ''

  /** Only addresses of the technician's own product are ever opened. */
  const addressOf = (url) => {
    try {
      const { origin, pathname, search } = new URL(url, self.location.origin)
      return origin === self.location.origin && pathname.startsWith(HOME) ? pathname + search : HOME
    } catch {
      return HOME
    }
  }

  // A browser that shows nothing for a push takes the permission away: even an unreadable one is shown.
  self.addEventListener('push', (event) => {
    const told = read(event.data)
    event.waitUntil(
      self.registration.showNotification(isText(told.title) ? told.title : 'Régie', {
        body: isText(told.body) ? told.body : '',
        icon: '/field-192.png',
        badge: '/field-192.png',
        // The same message delivered twice is shown once.
        ...(isText(told.id) ? { tag: told.id } : {}),
        data: { url: addressOf(told.url) },
      }),
    )
  })

  /** True when the page says that it goes there: it keeps what is half typed, which loading it anew would not. */
  const tellPage = (page, url) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      const timer = setTimeout(() => resolve(false), ANSWER_MS)
      port1.onmessage = () => {
        clearTimeout(timer)
        resolve(true)
      }
      page.postMessage({ kind: 'open', url }, [port2])
    })

  const open = async (url) => {
    const pages = await self.clients.matchAll({ type: 'window' })
    const page = pages.find((one) => new URL(one.url).pathname.startsWith(HOME))
    if (!page) return await self.clients.openWindow(url)
    await page.focus().catch(() => undefined)
    if (!(await tellPage(page, url))) await page.navigate(url)
  }

  self.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(open(addressOf(event.notification.data?.url)))
  })

  // The browser's push service changed its address: the server is told, so that nothing is sent into the void.
  self.addEventListener('pushsubscriptionchange', (event) => {
    const renew = async () => {
      const { applicationServerKey } = event.oldSubscription?.options ?? {}
      if (!applicationServerKey) return
      const options = { userVisibleOnly: true, applicationServerKey }
      const fresh = event.newSubscription ?? (await self.registration.pushManager.subscribe(options))
      const { endpoint, keys } = fresh.toJSON()
      await fetch('/api/notifications/push-subscription', {
        method: 'PUT',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ endpoint, keys }),
      })
    }
    event.waitUntil(renew().catch(() => undefined))
  })
})()
