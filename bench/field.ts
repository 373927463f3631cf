// `npm run bench:field`: the technician's app. How much JavaScript a first load brings over the wire, and how long a
// start without network takes to today's list on a CPU slowed four times. Aims: under 250 kB, under 1 s.
import { loadavg } from 'node:os'
import type { CDPSession, Page } from '@playwright/test'
import { openBrowser, openPhone, startProduct } from './field-phone.ts'
import { keepResults, median } from './results.ts'

const SLOWED = 4
const STARTS = 11
/** Stands in the page with today's list, empty or not. */
const LIST = 'main a[href$="/scan"]'
/** The browser's own work for a new window, which is not the app's. */
const CALM_MS = 800
/** A phone in use has been opened before: by then the browser has kept what it compiled. */
const FORMER_STARTS = 3
const IN_USE_MS = 3_000

/** What the page says when the list was painted, before the milliseconds since the tap. */
const SHOWN = 'list shown: '

/** Compressed bytes of scripts until the page is at rest. */
async function firstLoad(page: Page, session: CDPSession): Promise<number> {
  const scripts = new Set<string>()
  let bytes = 0
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || /\.js(\?|$)/.test(response.url)) scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto('/field/')
  await page.locator(LIST).first().waitFor()
  // Live news never end, so the network is never at rest.
  await page.waitForTimeout(3_000)
  return bytes
}

type Start = { readonly shownMs: number; readonly rows: number; readonly mainThreadMs: number }

/**
 * From the tap on the icon until the list with its visits was painted. The page says by its own clock when that was;
 * asking it again and again would take the slowed CPU from it.
 */
async function start(page: Page, session: CDPSession): Promise<Start> {
  const told = page.waitForEvent('console', (message) => message.text().startsWith(SHOWN))
  await page.goto('/field/', { waitUntil: 'commit' })
  const shown = JSON.parse((await told).text().slice(SHOWN.length))
  const { metrics } = await session.send('Performance.getMetrics')
  const task = metrics.find(({ name }) => name === 'TaskDuration')
  return { ...shown, mainThreadMs: (task?.value ?? Number.NaN) * 1000 }
}

// biome-ignore-start lint/suspicious/noExplicitAny: the browser's own world, inside the page
/** Runs before the app: tells when a visit in today's list was painted, by the browser's own account of it. */
const watchList = (shown: string): void => {
  const { document, performance, MutationObserver, PerformanceObserver, console, setTimeout } =
    globalThis as any
  let there = 0
  let painted = 0
  const tell = () => {
    if (there === 0 || painted === 0) return
    const rows = document.querySelectorAll('main article').length
    console.log(shown + JSON.stringify({ shownMs: Math.max(there, painted), rows }))
    there = 0
  }
  const observer = new MutationObserver(() => {
    if (!document.querySelector('main article')) return
    observer.disconnect()
    there = performance.now()
    setTimeout(tell)
  })
  observer.observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list: any) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') painted = startTime
    tell()
  }).observe({ type: 'paint', buffered: true })
}

/** Runs in the page: the first visits that the phone holds become today's, whatever day it is. */
const bringToToday = async (): Promise<void> => {
  const { indexedDB } = globalThis as any
  const done = (request: any) =>
    new Promise<any>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const all: { name: string }[] = await indexedDB.databases()
  const db = await done(
    indexedDB.open(all.find(({ name }) => name.startsWith('regie.field.'))?.name),
  )
  const store = () => db.transaction('stops', 'readwrite').objectStore('stops')
  const stops: { startsAt: string }[] = await done(store().getAll())
  for (const [index, stop] of stops.slice(0, 5).entries()) {
    const startsAt = new Date(new Date().setHours(7 + index * 2, 0, 0, 0))
    const endsAt = new Date(startsAt.getTime() + 5_400_000)
    const hours = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
    await done(store().put({ ...stop, ...hours }))
  }
  db.close()
}
// biome-ignore-end lint/suspicious/noExplicitAny: the browser's own world, inside the page

const product = await startProduct()
const browser = await openBrowser()
try {
  const { context, page } = await openPhone(browser, product)
  const fresh = await browser.newContext({
    storageState: await context.storageState(),
    baseURL: product.address,
    serviceWorkers: 'block',
  })
  const first = await fresh.newPage()
  const bytes = await firstLoad(first, await fresh.newCDPSession(first))
  await fresh.close()
  // The store has been filled once; from here on there is no network.
  await page.goto('/field/week')
  await page.locator('main a[href*="/assignment/"]').first().waitFor()
  await context.setOffline(true)
  await page.evaluate(bringToToday)
  await page.close()
  for (let former = 0; former < FORMER_STARTS; former++) {
    const phone = await context.newPage()
    await phone.goto('/field/')
    await phone.locator('main article').first().waitFor()
    await phone.waitForTimeout(IN_USE_MS)
    await phone.close()
  }
  await context.addInitScript(watchList, SHOWN)
  const starts: Start[] = []
  for (let round = 0; round < STARTS; round++) {
    const phone = await context.newPage()
    await phone.waitForTimeout(CALM_MS)
    const session = await context.newCDPSession(phone)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    starts.push(await start(phone, session))
    await phone.close()
  }
  const all = (key: keyof Start) => starts.map((one) => Math.round(one[key]))
  keepResults('field', {
    firstLoadKilobytes: Math.round(bytes / 1000),
    slowedTimes: SLOWED,
    visitsShown: Math.min(...all('rows')),
    offlineListMilliseconds: all('shownMs'),
    medianOfflineListMilliseconds: median(all('shownMs')),
    mainThreadMilliseconds: all('mainThreadMs'),
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
    aim: { firstLoadKilobytes: 250, medianOfflineListMilliseconds: 1000 },
  })
} finally {
  await browser.close()
  await product.stop()
}
