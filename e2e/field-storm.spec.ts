// Commands and photos after a long absence, with the link cut every two seconds and the page killed three times:
// everything arrives, once. The whole storm, with the server restarted in its midst, is `npm run bench:field-storm`.
import { expect, type Page, test } from '@playwright/test'
import { ask } from './company.ts'
import { fieldCrew, untilInstalled } from './field-company.ts'
import { fillStore } from './fill-phone.ts'

const COMMANDS = 60
const PHOTOS = 8
const PHOTO_BYTES = 3_000_000

type Entry = { id: string; what: { kind: string; photoId?: string; size?: number } }
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
    if (round === 1 || round === 2 || round === 3) {
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
