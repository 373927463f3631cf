// A technician's whole day with the network cut before the first visit and restored after the last.
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ask } from './company.ts'
import { fieldCrew, untilInstalled, untilPapersKept } from './field-company.ts'
import {
  attestAbsence,
  expectGenuine,
  expectGenuineOffline,
  fillChecklist,
  putOwnSignature,
  renderPages,
  signPaper,
  writePaper,
} from './paper.ts'
import { expectAccessible } from './setup/accessibility.ts'

type Entry = { what: Record<string, unknown> & { kind: string }; standing: string }

/** As much of the browser’s own types as is needed here. */
type Paper = {
  readonly createElement: (name: 'canvas') => {
    readonly getContext: (kind: '2d') => {
      fillStyle: string
      readonly fillRect: (x: number, y: number, width: number, height: number) => void
    }
    readonly toDataURL: (type: string, quality: number) => string
  }
}

/** A real JPEG of some size, drawn by the browser; as a film camera would name it. */
const aPicture = async (
  page: Page,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const text = await page.evaluate(() => {
    const { document } = globalThis as unknown as { document: Paper }
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 1600, height: 1200 })
    const pen = canvas.getContext('2d')
    for (let at = 0; at < 4000; at++) {
      pen.fillStyle = `hsl(${(at * 7919) % 360} 80% 50%)`
      pen.fillRect((at * 611) % 1600, (at * 947) % 1200, 40, 40)
    }
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  const buffer = Buffer.from(text.slice(text.indexOf(',') + 1), 'base64')
  return { name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer }
}

const openStop = async (phone: Page, index: number): Promise<void> => {
  await phone.goto('/field/week')
  await phone.locator('a[href*="/assignment/"]').nth(index).click()
  await phone.waitForURL(/\/assignment\//)
}

const press = async (phone: Page, name: string): Promise<void> => {
  await phone.getByRole('button', { name, exact: true }).first().click()
}

const takePhoto = async (phone: Page): Promise<void> => {
  await phone
    .locator('input[type=file]')
    .first()
    .setInputFiles(await aPicture(phone))
}

/** Words under the picture, as the report will show them. */
const describePhoto = async (phone: Page, caption: string): Promise<void> => {
  await phone.locator('button:has(img[src^="blob:"])').click()
  await phone.getByLabel('Légende').fill(caption)
  await phone.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  await expect(phone.getByText(caption)).toBeVisible()
}

const takeFile = async (phone: Page, name: string): Promise<void> => {
  const buffer = Buffer.from('%PDF-1.7 un certificat')
  const file = { name, mimeType: 'application/pdf', buffer }
  await phone.locator('input[type=file]').nth(1).setInputFiles(file)
  await expect(phone.getByText(name)).toBeVisible()
}

const kindOf = ({ what }: Entry) => what.step ?? what.kind
const isNoPaper = (kind: unknown): boolean => kind !== 'answers' && kind !== 'paper'

/** The office validates what the client signed; the PDF proves itself and looks as it should. */
async function validateAndRead(office: BrowserContext): Promise<void> {
  const page = await office.newPage()
  await page.goto('/reports?search=Jour')
  await expect(page.getByText('Client absent')).toBeVisible()
  const line = page.getByRole('row').filter({ hasText: 'Jour Nord' })
  await expect(line).toContainText('Sans réserve')
  await line.getByRole('link').click()
  await expect(page.getByText('Ajouter du pH moins.')).toBeVisible()
  const path = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Valider', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Valider', exact: true }).click()
  await expect(page.getByText('PDF archivé')).toBeVisible({ timeout: 30_000 })
  const answer = await office.request.get(`/api${path}/pdf`)
  const pdf = await answer.body()
  expectGenuine(pdf)
  await expectGenuineOffline(page, pdf)
  const pages = await renderPages(pdf)
  const all = pages.map(({ text }) => text.replaceAll(/\s+/g, ' '))
  for (const said of [
    'Filtre lavé à contre-courant.',
    'Chlore choc',
    'Pompe avant nettoyage',
    '7,9',
    'Ajouter du pH moins.',
  ])
    expect(all.join(' ')).toContain(said)
  // Nothing blank, nothing flooded; the cover, the photo and the warning have their colours.
  for (const { ink } of pages) {
    expect(ink).toBeGreaterThan(0.004)
    expect(ink).toBeLessThan(0.7)
  }
  expect(pages[0]?.colour).toBeGreaterThan(0.15)
  expect(pages.some(({ text, colour }) => /Photos/.test(text) && colour > 0.05)).toBe(true)
  // The signature stands on the same page as what is signed.
  const signed = all.find((text) => text.includes('Je soussigné'))
  expect(signed).toContain('Claire Fictive')
  expect(signed).toContain('Signature de l’intervenant')
  expect(signed).toMatch(/sur l’appareil de l’intervenant/)
  for (const [at, text] of all.entries()) expect(text).toContain(`Page ${at + 1} / ${pages.length}`)
}

test('a whole day without network: everything arrives, once', async ({ browser }) => {
  test.setTimeout(180_000)
  const { office, phone, assignmentIds, workOrderIds } = await fieldCrew(browser, 'Jour', {
    hasForm: true,
  })
  const [first = '', second = ''] = assignmentIds
  await untilInstalled(phone)
  await untilPapersKept(phone, 2)
  await openStop(phone, 0)
  // The week has such buttons, too, until the visit has taken its place.
  await expect(phone.getByRole('button', { name: 'Accepter' })).toHaveCount(1)

  await phone.context().setOffline(true)
  await press(phone, 'Accepter')
  await press(phone, 'En route')
  await press(phone, 'Démarrer')
  await press(phone, 'Mettre en pause')
  await press(phone, 'Reprendre')
  await takePhoto(phone)
  await expect(phone.locator('img[src^="blob:"]')).toHaveCount(1)
  await describePhoto(phone, 'Pompe avant nettoyage')
  await takeFile(phone, 'certificat.pdf')

  // The page is loaded again, and the whole browser tab dies: nothing is lost.
  await phone.reload()
  await expect(phone.getByRole('button', { name: 'Terminer', exact: true })).toBeVisible()
  await phone.getByLabel('Ajouter une note').fill('Filtre encrassé, nettoyé')
  await press(phone, 'Enregistrer')
  await expect(phone.getByText('Filtre encrassé, nettoyé')).toBeVisible()
  const context = phone.context()
  await phone.close()
  const again = await context.newPage()
  await openStop(again, 0)
  await expect(again.getByText('Filtre encrassé, nettoyé')).toBeVisible()
  await press(again, 'Ajouter une pièce')
  await again.getByLabel('Pièce ou produit').fill('Chlore choc')
  await again.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  await expect(again.getByText('Chlore choc')).toBeVisible()
  await press(again, 'Terminer')
  await expect(again.getByText('Terminée').first()).toBeVisible()
  await writePaper(again, 'Filtre lavé à contre-courant.')
  await fillChecklist(again)
  await putOwnSignature(again)
  await signPaper(again, 'Claire Fictive')

  await openStop(again, 1)
  await press(again, 'Accepter')
  await press(again, 'Démarrer sans trajet')
  await takePhoto(again)
  await expect(again.locator('img[src^="blob:"]')).toHaveCount(1)
  await press(again, 'Prévoir une suite')
  await again.getByLabel('Que faut-il faire ?').fill('Remplacer la pompe')
  await again.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  await press(again, 'Terminer')
  await writePaper(again, 'Panne constatée.')
  await attestAbsence(again, 'Personne à l’accueil')
  await again.goto('/field/queue')
  await expect(again.getByText('Hors ligne')).toBeVisible()
  await expectAccessible(again)

  await context.setOffline(false)
  await expect(again.getByText('Tout est envoyé')).toBeVisible({ timeout: 30_000 })

  const entriesOf = async (id: string) =>
    (await ask<{ items: Entry[] }>(office.request, 'GET', `/api/field/assignments/${id}/entries`))
      .items
  const one = await entriesOf(first)
  expect(one.every(({ standing }) => standing === 'counted')).toBe(true)
  expect(one.map(kindOf).filter(isNoPaper)).toEqual([
    ...['en_route', 'started', 'paused', 'resumed', 'photo', 'photo', 'file'],
    ...['note', 'part', 'finished'],
  ])
  const fileId = one.find(({ what }) => what.kind === 'file')?.what.fileId
  expect((await office.request.get(`/api/field/files/${fileId}`)).status()).toBe(200)
  const two = await entriesOf(second)
  expect(two.map(kindOf).filter(isNoPaper)).toEqual(['started', 'photo', 'finished'])
  for (const { what } of [...one, ...two].filter((entry) => entry.what.kind === 'photo')) {
    const picture = await office.request.get(`/api/field/photos/${what.photoId}`)
    expect(picture.status()).toBe(200)
    expect((await picture.body()).length).toBe(what.size)
  }
  for (const id of workOrderIds) {
    const { status } = await ask<{ status: string }>(
      office.request,
      'GET',
      `/api/work-orders/${id}`,
    )
    expect(status).toBe('done')
  }
  const followUps = await ask<{ items: { title: string }[] }>(
    ...([office.request, 'GET', '/api/work-orders?status=requested&search=pompe'] as const),
  )
  expect(followUps.items.map(({ title }) => title)).toEqual(['Remplacer la pompe'])
  await validateAndRead(office)
  await Promise.all([context.close(), office.close()])
})

/** Three files that are no pictures, or none that every browser reads: told, and not taken. */
async function offerNoPictures(phone: Page): Promise<void> {
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000')])
  await phone
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      file('vide.jpg', Buffer.alloc(0)),
      file('texte.jpg', Buffer.from('ceci n’est pas une image')),
      file('photo.heic', heic),
    ])
  await expect(phone.getByText('Ce fichier est vide.')).toBeVisible()
  await expect(phone.getByText('n’est pas une image lisible')).toBeVisible()
  await expect(phone.getByText('format HEIC')).toBeVisible()
  await expect(phone.locator('img[src^="blob:"]')).toHaveCount(0)
}

test('a session that ended while offline keeps the queue, which is sent after signing in again; work cancelled meanwhile goes to the office', async ({
  browser,
}) => {
  const { office, phone, assignmentIds, workOrderIds } = await fieldCrew(browser, 'Revoque')
  await untilInstalled(phone)
  await openStop(phone, 0)
  const context = phone.context()
  await context.setOffline(true)
  await press(phone, 'Accepter')
  await press(phone, 'En route')
  await offerNoPictures(phone)
  await openStop(phone, 1)
  await press(phone, 'Accepter')
  await press(phone, 'Démarrer sans trajet')
  await expect(phone.getByRole('button', { name: 'Terminer', exact: true })).toBeVisible()
  const path = `/api/work-orders/${workOrderIds[1]}`
  const { version } = await ask<{ version: number }>(office.request, 'GET', path)
  await ask(office.request, 'POST', `${path}/cancel`, { version, reason: 'Client fermé' })
  await context.clearCookies()
  await context.setOffline(false)
  await expect(phone).toHaveURL(/\/field\/sign-in/)
  await phone.getByLabel('Adresse e-mail').fill('revoque.terrain@exemple.test')
  await phone.getByLabel('Mot de passe', { exact: true }).fill('un mot de passe de technicien')
  await phone.getByRole('button', { name: 'Se connecter', exact: true }).click()
  const told = async () =>
    await ask<{ items: Entry[] }>(
      ...([office.request, 'GET', `/api/field/assignments/${assignmentIds[0]}/entries`] as const),
    )
  await expect.poll(async () => (await told()).items.length, { timeout: 20_000 }).toBe(1)
  // Nothing is lost, its author is told so until it was read, and somebody decides.
  await phone.goto('/field/queue')
  await expect(phone.getByText('L’intervention a été annulée.').first()).toBeVisible()
  const desk = await office.newPage()
  await desk.goto(`/field-work/${workOrderIds[1]}`)
  await expect(desk.getByText('1 envoi attend votre décision')).toBeVisible()
  const understood = phone.getByRole('button', { name: 'Compris' })
  await expect(async () => {
    if ((await understood.count()) > 0) await understood.first().click()
    await expect(phone.getByText('Tout est envoyé')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await Promise.all([context.close(), office.close()])
})
