// `npm run bench:field`: the technician's app. How much JavaScript a first load brings over the wire, and how long a
// start without network takes to today's list on a CPU slowed four times. Aims: under 250 kB, under 1 s.
import { loadavg } from 'node:os'
import type { CDPSession, Page } from '@playwright/test'
import { openBrowser, openPhone, startProduct } from './field-phone.ts'
import { keepResults, median } from './results.ts'

const SLOWED = 4
const STARTS = 7
/** Stands in the page with today's list, empty or not. */
const LIST = 'main a[href$="/scan"]'

/** What the page says when the list is there, before the milliseconds since the tap. */
const SHOWN = 'list shown after '

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

type Start = { readonly wallMs: number; readonly mainThreadMs: number }

/**
 * From the tap on the icon to the list. The page says by its own clock when it stood there; asking it again and again
 * would take the slowed CPU from it.
 */
async function start(page: Page, session: CDPSession): Promise<Start> {
  const told = page.waitForEvent('console', (message) => message.text().startsWith(SHOWN))
  await page.goto('/field/', { waitUntil: 'commit' })
  const wallMs = Number((await told).text().slice(SHOWN.length))
  const { metrics } = await session.send('Performance.getMetrics')
  const task = metrics.find(({ name }) => name === 'TaskDuration')
  return { wallMs, mainThreadMs: (task?.value ?? Number.NaN) * 1000 }
}

/** Runs before the app: tells the moment in which today's list is in the page. */
const watchList = (shown: string): void => {
  const { document, performance, MutationObserver, console } = globalThis as unknown as {
    document: { querySelector: (what: string) => unknown; readonly documentElement: unknown }
    performance: { readonly now: () => number }
    console: { readonly log: (text: string) => void }
    MutationObserver: new (
      hear: () => void,
    ) => { observe: (where: unknown, how: object) => void; disconnect: () => void }
  }
  const observer = new MutationObserver(() => {
    if (!document.querySelector('main a[href$="/scan"]')) return
    console.log(shown + performance.now())
    observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}

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
  await page.close()
  await context.setOffline(true)
  await context.addInitScript(watchList, SHOWN)
  const starts: Start[] = []
  for (let round = 0; round < STARTS; round++) {
    const phone = await context.newPage()
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
    offlineListMilliseconds: all('wallMs'),
    medianOfflineListMilliseconds: median(all('wallMs')),
    mainThreadMilliseconds: all('mainThreadMs'),
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
    aim: { firstLoadKilobytes: 250, medianOfflineListMilliseconds: 1000 },
  })
} finally {
  await browser.close()
  await product.stop()
}
