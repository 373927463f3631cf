// What a technician has filled in and signed, and how the sealed PDF looks once it is rendered to pages.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { expect, type Page } from '@playwright/test'

const root = resolve(import.meta.dirname, '..')

/** A wave, as a finger draws it. */
const draw = async (phone: Page): Promise<void> => {
  const pad = phone.locator('canvas')
  await pad.scrollIntoViewIfNeeded()
  const { x, y } = (await pad.boundingBox()) ?? { x: 0, y: 0 }
  await phone.mouse.move(x + 30, y + 80)
  await phone.mouse.down()
  for (let step = 1; step <= 24; step++)
    await phone.mouse.move(x + 30 + step * 8, y + 80 + 30 * Math.sin(step / 2))
  await phone.mouse.up()
}

/** The checklist of the visit: a pH that lies too high, and a filter that was washed. */
export const fillChecklist = async (phone: Page): Promise<void> => {
  await phone.getByRole('button', { name: /^Relevés/ }).click()
  const reading = phone.getByRole('textbox', { name: /pH/ })
  await reading.fill('7,9')
  await reading.blur()
  await phone.getByRole('radio', { name: 'Oui', exact: true }).click()
  await expect(phone.getByText('Ajouter du pH moins.')).toBeVisible()
  await phone.getByRole('button', { name: 'Continuer' }).click()
}

/** Opens the paper of the stop on screen, and says what was done. */
export const writePaper = async (phone: Page, workDone: string): Promise<void> => {
  await phone.getByRole('link', { name: 'Rapport et signature' }).click()
  await phone.getByLabel('Travaux réalisés').fill(workDone)
  await phone.getByRole('radio', { name: 'Terminée', exact: true }).click()
}

/** The technician's own signature, drawn for the first time. */
export const putOwnSignature = async (phone: Page): Promise<void> => {
  await phone.getByRole('button', { name: 'Tracer ma signature' }).click()
  await draw(phone)
  await phone.getByRole('button', { name: 'Apposer ma signature' }).click()
  await expect(phone.getByRole('button', { name: 'La retirer' })).toBeVisible()
}

export const signPaper = async (phone: Page, name: string): Promise<void> => {
  await phone.getByRole('button', { name: 'Lire et signer' }).click()
  await phone.getByRole('radio', { name: 'Sans réserve' }).click()
  await phone.getByLabel('Nom du signataire').fill(name)
  await phone.getByText('J’ai lu et j’accepte').click()
  await draw(phone)
  await phone.getByRole('button', { name: 'Signer et sceller' }).click()
  await expect(phone.getByText('Ce rapport est signé')).toBeVisible()
}

export const attestAbsence = async (phone: Page, reason: string): Promise<void> => {
  await phone.getByRole('button', { name: 'Lire et signer' }).click()
  await phone.getByRole('radio', { name: 'Client absent' }).click()
  await phone.getByLabel('Pourquoi il ne signe pas').fill(reason)
  await phone.getByRole('button', { name: /^Constater/ }).click()
  await expect(phone.getByText('Ce rapport est signé')).toBeVisible()
}

/** The verifier, as anybody runs it. */
export const expectGenuine = (pdf: Buffer): void => {
  const folder = join(root, 'test-results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'report.pdf')
  writeFileSync(file, pdf)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/verify.ts', file], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(`${stdout}${stderr}`).toContain('GENUINE: nothing was changed.')
  expect(status).toBe(0)
}

/** The page that people keep: from a disk, with no server behind it. */
export const expectGenuineOffline = async (page: Page, pdf: Buffer): Promise<void> => {
  const answer = await page.context().request.get('/verifier.html')
  const file = join(root, 'test-results', 'verifier.html')
  writeFileSync(file, await answer.body())
  await page.goto(`file://${file}`)
  const check = async (name: string, buffer: Buffer) =>
    await page.locator('#files').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await check('report.pdf', pdf)
  await expect(page.getByText('Authentique : rien')).toBeVisible()
  const changed = Buffer.from(pdf)
  changed[9000] = (changed[9000] ?? 0) ^ 1
  await check('changed.pdf', changed)
  await expect(page.getByText('Non authentique')).toBeVisible()
}

type RenderedPage = {
  readonly text: string
  /** Share of the page that is not white. */
  readonly ink: number
  /** Share that is neither white nor grey: letters of a warning, a photo, the cover. */
  readonly colour: number
}

/** Rendered by the engine that browsers show PDFs with. */
export async function renderPages(pdf: Buffer): Promise<RenderedPage[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages: RenderedPage[] = []
  for (const page of document.pages()) {
    // Its letters first: once a page is rendered, the engine has let it go.
    const text = page.getText()
    const { data } = await page.render({ scale: 1, render: 'bitmap' })
    let [ink, colour] = [0, 0]
    for (let at = 0; at < data.length; at += 4) {
      const rgb = [data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255]
      if (Math.min(...rgb) < 240) ink += 1
      if (Math.max(...rgb) - Math.min(...rgb) > 60) colour += 1
    }
    const size = data.length / 4
    pages.push({ text, ink: ink / size, colour: colour / size })
  }
  document.destroy()
  library.destroy()
  return pages
}
