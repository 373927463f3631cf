// A concert: from a stage and a shipped crew to the first seat that is covered and placed on the stage plan.
import { expect, test } from '@playwright/test'
import { ask, hire, ownerWindow } from './company.ts'
import { expectAccessible } from './setup/accessibility.ts'

/** Drawn in the browser by the one worker that may run WebAssembly. */
const twoPages = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 420 297]>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /Contents 5 0 R>> endobj
4 0 obj <</Type /Page /Parent 2 0 R /Contents 5 0 R>> endobj
5 0 obj <</Length 22>> stream
60 60 300 150 re S
endstream endobj
trailer <</Root 1 0 R>>
%%EOF`

test('a concert gets its stage, phase and crew, a red seat turns yellow and its place on the plan', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const { request } = context
  const crew = await hire(request, 'Prod', ['Ana', 'Ben'])
  await ask(request, 'POST', '/api/sites', {
    clientId: crew.clientId,
    name: 'Zénith fictif',
    position: { latitude: 48.86, longitude: 2.33 },
  })
  const project = await ask<{ id: string }>(request, 'POST', '/api/projects', {
    name: 'Concert fictif',
    kind: 'production',
    startsOn: '2027-03-02',
  })
  await ask(request, 'POST', '/api/crew-templates', {
    name: 'Petit concert',
    lines: [
      { label: 'Ingénieur son', skills: [{ skillId: crew.skillId, level: 1 }] },
      { label: 'Éclairagiste', mandatory: false },
    ],
  })
  await page.goto(`/projects/${project.id}`)
  await page.getByRole('link', { name: 'Scènes et équipes' }).click()
  await page.getByRole('button', { name: 'Ajouter une scène' }).click()
  await page.getByLabel('Nom de la scène').fill('Grande scène')
  await page.getByRole('combobox', { name: 'Lieu' }).fill('Zénith')
  await page.getByRole('option', { name: /Zénith fictif/ }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()

  await page.getByRole('button', { name: 'Ajouter une phase' }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('button', { name: /^Montage, 09:00 – 12:00/ })).toBeVisible()

  await page.getByRole('button', { name: 'Donner une équipe' }).click()
  await page.getByRole('button', { name: /Équipe type/ }).click()
  await page.getByRole('option', { name: /Petit concert/ }).click()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page.getByRole('button', { name: /Éclairagiste.*facultatif/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: /Ingénieur son.*À pourvoir/ }).click()
  await page.getByRole('button', { name: 'Affecter' }).first().click()
  await expect(page.getByRole('button', { name: /Ingénieur son.*Proposé, Prod Ana/ })).toBeVisible()

  await page.getByRole('link', { name: 'Chronologie' }).click()
  const bar = (hours: string) =>
    page.getByRole('button', { name: new RegExp(`^Montage, .*${hours}`) })
  await bar('09:00 – 12:00').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: '09:30 – 12:30' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 affectation suit.')).toBeVisible()
  await expect(bar('09:30 – 12:30')).toBeVisible()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('Les horaires sont revenus')).toBeVisible()
  await expect(bar('09:00 – 12:00')).toBeVisible()

  await page.getByRole('link', { name: 'Plan de scène' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choisir un fichier' }).click()
  await (await chooser).setFiles({
    name: 'plan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(twoPages),
  })
  await page.getByRole('button', { name: 'Page 2' }).click()
  await expect(page.getByRole('img', { name: 'Plan de scène : Grande scène' })).toBeVisible()
  await page.getByRole('button', { name: 'Placer Ingénieur son' }).click()
  await page.keyboard.press('Enter')
  const placed = page.getByRole('button', {
    name: 'Prod Ana, Ingénieur son, 09:00 – 12:00, Proposé',
  })
  await expect(placed).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('slider', { name: 'Moment' }).press('End')
  await expect(page.getByText('11:45')).toBeVisible()
  await expectAccessible(page)
  await context.close()
})
