// `npm run bench:field-storm`: 200 commands and 30 photos of 3 MB after a long absence, with the link cut every two
// seconds, the page killed three times and the server restarted in the middle. Aim: none lost, none doubled.
import { createHash } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { fillStore } from '../e2e/fill-phone.ts'
import { openBrowser, openPhone, type Product, startProduct } from './field-phone.ts'
import { keepResults } from './results.ts'

const COMMANDS = 200
const PHOTOS = 30
const PHOTO_BYTES = 3_000_000
const CUT_EVERY_MS = 2_000
const DEATHS = new Set([2, 4, 6])
const RESTART = 5
const ROUNDS = 200

type Told = { id: string; what: { kind: string; photoId?: string; sha256?: string } }

const isSent = (page: Page): Promise<boolean> =>
  page
    .getByText('Tout est envoyé')
    .isVisible()
    .catch(() => false)

/** Cuts, kills and restarts until everything is sent; how many cuts it took. */
async function storm(context: BrowserContext, first: Page, product: Product): Promise<number> {
  let page = first
  let restarting: Promise<void> | null = null
  for (let round = 0; round < ROUNDS; round++) {
    await context.setOffline(false)
    if (DEATHS.has(round)) {
      await page.close()
      page = await context.newPage()
    }
    if (round === RESTART) restarting = product.restart()
    if (round <= 8 || round % 4 === 0)
      await page.goto('/field/queue', { waitUntil: 'commit' }).catch(() => undefined)
    await page.waitForTimeout(CUT_EVERY_MS)
    if (round > RESTART && (await isSent(page))) {
      await restarting
      return round
    }
    await context.setOffline(true)
    await page.waitForTimeout(200)
  }
  throw new Error(`not everything was sent after ${ROUNDS} cuts`)
}

const product = await startProduct()
const browser = await openBrowser()
try {
  const { context, page } = await openPhone(browser, product)
  const { request } = context
  const week = await (await request.get('/api/field/snapshot')).json()
  const assignmentId: string = week.assignments[0].id
  const entries = async () => {
    const path = `/api/field/assignments/${assignmentId}/entries`
    return (await (await request.get(path)).json()).items as Told[]
  }
  const before = new Set((await entries()).map(({ id }) => id))
  await context.setOffline(true)
  const fill = { assignmentId, commands: COMMANDS, photos: PHOTOS, bytes: PHOTO_BYTES }
  await page.evaluate(fillStore, fill)
  const began = performance.now()
  const cuts = await storm(context, page, product)
  const seconds = Math.round((performance.now() - began) / 1000)
  const told = (await entries()).filter(({ id }) => !before.has(id))
  const photos = told.filter(({ what }) => what.kind === 'photo')
  let whole = 0
  for (const { what } of photos) {
    const bytes = await (await request.get(`/api/field/photos/${what.photoId}`)).body()
    if (createHash('sha256').update(bytes).digest('hex') === what.sha256) whole += 1
  }
  const distinct = new Set(told.map(({ id }) => id)).size
  keepResults('field-storm', {
    ...{ commands: COMMANDS, photos: PHOTOS, photoBytes: PHOTO_BYTES },
    ...{ cutEveryMilliseconds: CUT_EVERY_MS, pageDeaths: DEATHS.size, serverRestarts: 1 },
    ...{ seconds, cuts },
    lostCommands: COMMANDS - distinct,
    doubledCommands: told.length - distinct,
    lostPhotos: PHOTOS - whole,
  })
  if (distinct !== COMMANDS || told.length !== distinct || whole !== PHOTOS) process.exitCode = 1
} finally {
  await browser.close()
  await product.stop()
}
