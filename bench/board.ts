// The board against its peers: 500 technicians × 10,000 visits, in headless Chromium, all in one run.
// CPU is the main thread's own time (threadTicks), so that a busy machine does not lengthen it; frames are wall time.
// CPU a frame: that time through an act, by the frames that Chromium itself drew during it (its trace, `DrawFrame`), for
// every board alike; frames that a page did not change are not drawn and not counted.
import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { findChromium } from '../tools/chromium.ts'
import { keepResults, quantile } from './results.ts'

const folder = path.join(import.meta.dirname, 'board')
const boards = ['regie', 'gravity-timeline', 'vis-timeline', 'event-calendar', 'daypilot'] as const
/** Turns of the wheel; each is answered before the next, in one frame or two. */
const notches = 120
/** Frames that a page which does nothing is watched for. */
const idleFrameCount = 120
const limitMs = 120_000
const settleMs = 500

/** What each page puts on `window.board`; the functions run in the browser. */
type BoardPage = {
  readonly mount: (root: unknown) => void
  readonly move: (ids: readonly string[], ms: number) => void
  readonly grab: () => { readonly x: number; readonly y: number } | null
  /** Milliseconds of one pass of the rules over all rows while something is held; only ours has rules. */
  readonly dim?: () => Promise<{ readonly frameMs: readonly number[]; readonly rows: number }>
}

type InBrowser = {
  readonly board: BoardPage
  readonly document: { readonly getElementById: (id: string) => unknown }
  readonly performance: { readonly now: () => number }
  readonly requestAnimationFrame: (turn: () => void) => void
  /** Ends the watch over intervals, which it hands over. */
  endWatch?: () => number[]
}

type Cost = { readonly cpuMs: number; readonly wallMs: number }

const typesOf: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

const serve = (): Promise<Server> =>
  new Promise((ready) => {
    const server = createServer((request, answer) => {
      const name = (request.url ?? '/').split('?')[0]
      const file = path.join(folder, 'dist', name === '/' ? 'index.html' : (name ?? ''))
      if (!file.startsWith(folder) || !existsSync(file)) return void answer.writeHead(404).end()
      answer.writeHead(200, { 'content-type': typesOf[path.extname(file)] ?? 'text/plain' })
      createReadStream(file).pipe(answer)
    })
    server.listen(0, '127.0.0.1', () => ready(server))
  })

const build = async (): Promise<void> => {
  if (!existsSync(path.join(folder, 'node_modules'))) {
    const npm = spawnSync('npm', ['i', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'inherit',
    })
    if (npm.status !== 0) throw new Error('the peers could not be installed')
  }
  const vite = await import('vite')
  await vite.build({ root: folder, configFile: false, logLevel: 'warn' })
}

/** CPU of the main thread and wall time of what `act` causes, until two frames later. */
const costOf = async (page: Page, session: CDPSession, act: () => Promise<void>): Promise<Cost> => {
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  const before = await taken()
  const start = performance.now()
  await act()
  await page.evaluate(() => {
    const here = globalThis as unknown as InBrowser
    return new Promise<void>((done) =>
      here.requestAnimationFrame(() => here.requestAnimationFrame(() => done())),
    )
  })
  const wallMs = performance.now() - start
  return { cpuMs: ((await taken()) - before) * 1000, wallMs }
}

/** From now on the page notes the time between two frames, until `intervalsSeen`. */
const watchIntervals = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const here = globalThis as unknown as InBrowser
    const taken: number[] = []
    let last = 0
    let isOver = false
    const turn = () => {
      const now = here.performance.now()
      if (last > 0) taken.push(now - last)
      last = now
      if (!isOver) here.requestAnimationFrame(turn)
    }
    here.endWatch = () => {
      isOver = true
      return taken
    }
    here.requestAnimationFrame(turn)
  })

const intervalsSeen = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as InBrowser).endWatch?.() ?? [])

type Seen = {
  readonly frameP95Ms: number
  readonly cpuMs: number
  /** By Chromium's own account. */
  readonly framesDrawn: number
  readonly cpuMsPerFrame: number
}

/** CPU, frames drawn and the time between frames while `act` goes on. */
const seen = async (page: Page, session: CDPSession, act: () => Promise<void>): Promise<Seen> => {
  const browser = page.context().browser()
  if (!browser) throw new Error('the browser is gone')
  await watchIntervals(page)
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline.frame'] })
  const { cpuMs } = await costOf(page, session, act)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly { readonly name: string }[]
  }
  const frameP95Ms = round(quantile(await intervalsSeen(page), 0.95))
  // What ending a trace still does is not the next act's.
  await page.waitForTimeout(settleMs)
  const framesDrawn = traceEvents.filter(({ name }) => name === 'DrawFrame').length
  return { frameP95Ms, cpuMs, framesDrawn, cpuMsPerFrame: round(cpuMs / framesDrawn) }
}

/** The wheel turns over the rows, there and back, as a hand does it: boards scroll in various ways. */
const scroll = async (
  page: Page,
  session: CDPSession,
  by: { readonly x: number; readonly y: number },
): Promise<Seen> => {
  await page.mouse.move(800, 400)
  return seen(page, session, async () => {
    for (let k = 0; k < notches; k++) {
      const way = k < notches / 2 ? 1 : -1
      await page.mouse.wheel(way * by.x, way * by.y)
    }
  })
}

const dragging = async (page: Page, session: CDPSession) => {
  const from = await page.evaluate(() => (globalThis as unknown as InBrowser).board.grab())
  if (!from) return null
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const moves = 30
  const moved = await seen(page, session, async () => {
    for (let k = 1; k <= moves; k++) await page.mouse.move(from.x + 4 * k, from.y)
  })
  const drop = await costOf(page, session, () => page.mouse.up())
  return { ...moved, dropCpuMs: round(drop.cpuMs) }
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `v${index * 3}`)

const updating = (page: Page, session: CDPSession, count: number) =>
  costOf(page, session, () =>
    page.evaluate(
      (names) => (globalThis as unknown as InBrowser).board.move(names, 900_000),
      ids(count),
    ),
  )

const heapOf = async (session: CDPSession) => {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0
  return { heapMegabytes: value('JSHeapUsedSize') / 1e6, nodes: value('Nodes') }
}

const round = (value: number) => Math.round(value * 10) / 10

/** What a page that does nothing reaches here: no board can be smoother than its machine. */
const idleFrames = async (browser: Browser, address: string): Promise<number> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(address)
  await watchIntervals(page)
  await page.waitForTimeout((idleFrameCount * 1000) / 60)
  const intervals = await intervalsSeen(page)
  await page.close()
  return round(quantile(intervals, 0.95))
}

const measure = async (browser: Browser, address: string, board: string) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(limitMs)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`${address}/?board=${board}`)
  await page.waitForFunction('document.title === "ready"')
  const before = await heapOf(session)
  const mount = await costOf(page, session, () =>
    page.evaluate(() => {
      const here = globalThis as unknown as InBrowser
      here.board.mount(here.document.getElementById('root'))
    }),
  )
  await page.waitForTimeout(500)
  const after = await heapOf(session)
  const vertical = await scroll(page, session, { x: 0, y: 90 })
  const horizontal = await scroll(page, session, { x: 90, y: 0 })
  const drag = await dragging(page, session)
  const dimmed = await page.evaluate(() => (globalThis as unknown as InBrowser).board.dim?.())
  const nothing = await costOf(page, session, () => page.evaluate(() => {}))
  const one = await updating(page, session, 1)
  const fifty = await updating(page, session, 50)
  await page.close()
  return {
    mountCpuMs: round(mount.cpuMs),
    mountWallMs: round(mount.wallMs),
    verticalFrameP95Ms: vertical.frameP95Ms,
    verticalFramesDrawn: vertical.framesDrawn,
    verticalCpuMsPerFrame: vertical.cpuMsPerFrame,
    horizontalFrameP95Ms: horizontal.frameP95Ms,
    horizontalFramesDrawn: horizontal.framesDrawn,
    horizontalCpuMsPerFrame: horizontal.cpuMsPerFrame,
    dragFrameP95Ms: drag?.frameP95Ms ?? null,
    dragFramesDrawn: drag?.framesDrawn ?? null,
    dragCpuMsPerFrame: drag?.cpuMsPerFrame ?? null,
    dropCpuMs: drag?.dropCpuMs ?? null,
    ...(dimmed
      ? { dimmedRows: dimmed.rows, dimmingMsPerFrameP95: round(quantile(dimmed.frameMs, 0.95)) }
      : {}),
    /** Asking a page for nothing, and two frames of it: in the two below as well. */
    noUpdateCpuMs: round(nothing.cpuMs),
    oneUpdateCpuMs: round(one.cpuMs),
    fiftyUpdatesCpuMs: round(fifty.cpuMs),
    heapMegabytes: round(after.heapMegabytes - before.heapMegabytes),
    nodes: after.nodes,
  }
}

await build()
const server = await serve()
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const executablePath = findChromium()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
})
const asked = process.argv.slice(2)
const idleFrameP95Ms = await idleFrames(browser, address)
console.error('idle', idleFrameP95Ms)
const figures: Record<string, unknown> = {}
for (const board of boards.filter((one) => asked.length === 0 || asked.includes(one))) {
  figures[board] = await measure(browser, address, board).catch((error: Error) => ({
    failed: error.message,
  }))
  console.error(board, JSON.stringify(figures[board]))
}
await browser.close()
server.close()
if (asked.length === 0)
  keepResults('board', { technicians: 500, visits: 10_000, idleFrameP95Ms, boards: figures })
