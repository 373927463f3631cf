// 200 commands and 30 photos of 3 MB after a long absence, with the link cut every two seconds and the page killed
// three times: everything arrives, once.
import { expect, type Page, test } from '@playwright/test'
import { ask } from './company.ts'
import { fieldCrew, untilInstalled } from './field-company.ts'

const COMMANDS = 200
const PHOTOS = 30
const PHOTO_BYTES = 3_000_000

type Entry = { id: string; what: { kind: string; photoId?: string; size?: number } }
type Fill = { assignmentId: string; commands: number; photos: number; bytes: number }

/** Runs in the page: fills the phone's own store as weeks of work without network would. */
// biome-ignore-start lint/suspicious/noExplicitAny: the browser's own store, inside the page
async function fillStore({ assignmentId, commands, photos, bytes }: Fill): Promise<void> {
  const { indexedDB } = globalThis as unknown as { indexedDB: any }
  const [{ name }] = (await indexedDB.databases()).filter((one: { name: string }) =>
    one.name.startsWith('regie.field.'),
  )
  const done = (request: any) =>
    new Promise<any>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const db = await done(indexedDB.open(name))
  const id = (index: number) => {
    const time = (Date.now() - 3_600_000 + index).toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(index).padStart(12, '0')}`
  }
  const put = (store: string, value: unknown) =>
    done(db.transaction(store, 'readwrite').objectStore(store).put(value))
  const queue = async (index: number, what: object) => {
    const deviceAt = new Date(Date.now() - 3_600_000 + index).toISOString()
    const command = { id: id(index), deviceAt, assignmentId, what }
    const fresh = { state: 'waiting', after: [], problem: null, aside: null }
    await put('commands', { id: command.id, assignmentId, command, ...fresh })
  }
  for (let index = 0; index < commands - photos; index++)
    await queue(index, { kind: 'reading', label: `Mesure ${index}`, value: index, unit: '' })
  for (let index = commands - photos; index < commands; index++) {
    const photoId = id(index + 10_000)
    const content = new Uint8Array(bytes)
    content.fill(index % 256)
    content.set([0xff, 0xd8, 0xff, 0xe0])
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const about = { type: 'image/jpeg', size: bytes, sha256 }
    await put('blobs', { id: photoId, blob: new Blob([content], { type: 'image/jpeg' }) })
    await put('photos', {
      ...{ id: photoId, assignmentId, ...about },
      ...{ sent: 0, uploadUrl: null, state: 'waiting', problem: null },
    })
    const taken = {
      takenAt: new Date().toISOString(),
      position: null,
      moment: 'during',
      caption: '',
    }
    await queue(index, { kind: 'photo', photoId, ...about, width: 100, height: 100, ...taken })
  }
  db.close()
}

// biome-ignore-end lint/suspicious/noExplicitAny: the browser's own store, inside the page

const isSent = (page: Page): Promise<boolean> => page.getByText('Tout est envoyé').isVisible()

test('a storm of cuts and deaths loses nothing and doubles nothing', async ({ browser }) => {
  test.setTimeout(400_000)
  const { office, phone, assignmentIds } = await fieldCrew(browser, 'Storm')
  const [assignmentId = ''] = assignmentIds
  await untilInstalled(phone)
  const context = phone.context()
  await context.setOffline(true)
  await phone.evaluate(fillStore, {
    ...{ assignmentId, commands: COMMANDS, photos: PHOTOS, bytes: PHOTO_BYTES },
  })
  const began = Date.now()
  let page = phone
  for (let round = 0; round < 120; round++) {
    await context.setOffline(false)
    // Killed in the middle, three times.
    if (round === 2 || round === 4 || round === 6) {
      await page.close()
      page = await context.newPage()
    }
    if (round < 8 || round % 4 === 0)
      await page.goto('/field/queue', { waitUntil: 'commit' }).catch(() => undefined)
    await page.waitForTimeout(2_000)
    if (await isSent(page).catch(() => false)) break
    await context.setOffline(true)
    await page.waitForTimeout(200)
  }
  await context.setOffline(false)
  await expect(page.getByText('Tout est envoyé')).toBeVisible({ timeout: 60_000 })
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`${COMMANDS} commands and ${PHOTOS} photos of 3 MB: ${seconds} s with cuts`)
  const { items } = await ask<{ items: Entry[] }>(
    ...([office.request, 'GET', `/api/field/assignments/${assignmentId}/entries`] as const),
  )
  expect(items).toHaveLength(COMMANDS)
  expect(new Set(items.map(({ id }) => id)).size).toBe(COMMANDS)
  for (const { what } of items.filter((entry) => entry.what.kind === 'photo')) {
    const picture = await office.request.get(`/api/field/photos/${what.photoId}`)
    expect([picture.status(), (await picture.body()).length]).toEqual([200, PHOTO_BYTES])
  }
  await Promise.all([context.close(), office.close()])
})
