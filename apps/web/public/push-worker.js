// Shows the office what the server pushes, and opens what it is about. The phone's worker is another: field-push.js.
self.addEventListener('push', (event) => {
  const { id, title, body, url } = event.data?.json() ?? {}
  event.waitUntil(
    self.registration.showNotification(title ?? 'Régie', {
      body,
      tag: id,
      icon: '/field-192.png',
      data: { url: url ?? '/' },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { url } = event.notification.data
  const open = async () => {
    const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
    const path = new URL(url, self.location.origin).pathname
    const own = windows.find((one) => new URL(one.url).pathname.startsWith('/field/') === path.startsWith('/field/'))
    if (!own) return await self.clients.openWindow(url)
    await own.focus()
    return await own.navigate(url).catch(() => self.clients.openWindow(url))
  }
  event.waitUntil(open())
})
