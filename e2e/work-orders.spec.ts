// From a technician's week to a work order that is cancelled: the forms as a planner fills them in, with their faults.
import { expect, test } from '@playwright/test'
import { ask, ownerWindow } from './company.ts'

type Row = { readonly id: string; readonly reference: string }

test('shifts that overlap are named, and the technician is saved once they do not', async ({
  browser,
}) => {
  const { page } = await ownerWindow(browser)
  await page.goto('/technicians/new')
  await page.getByLabel('Nom', { exact: true }).fill('Essai Chevauchement')
  await page.getByRole('button', { name: 'Ajouter une vacation le lundi' }).click()
  const monday = page.getByRole('listitem').filter({ hasText: /^lundi/i })
  await monday.getByRole('spinbutton').nth(4).click()
  await page.keyboard.type('1100')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('alert')).toHaveText(
    'Cette vacation chevauche celle du lundi 08:00–20:00.',
  )
  await monday.getByRole('button', { name: 'Retirer la vacation' }).nth(1).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { name: 'Essai Chevauchement' })).toBeVisible()
  await expect(page.getByText('60 h par semaine')).toBeVisible()
})

test('a work order is made from a template, waits for no circle, and is cancelled', async ({
  browser,
}) => {
  const { page, context } = await ownerWindow(browser)
  const { request } = context
  const client = await ask<Row>(request, 'POST', '/api/clients', { name: 'Ville Formulaire' })
  const site = { clientId: client.id, name: 'Bassin Formulaire' }
  const { id: siteId } = await ask<Row>(request, 'POST', '/api/sites', site)
  const template = {
    name: 'Montage Formulaire',
    durationMinutes: 240,
    positions: [{ label: 'Ingénieur son', headcount: 2 }],
  }
  await ask(request, 'POST', '/api/templates', template)

  await page.goto('/work-orders/new')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('À remplir.')).toHaveCount(2)
  await page.getByRole('combobox', { name: /^Modèle/ }).fill('formulaire')
  await page.getByRole('option', { name: /Montage Formulaire/ }).click()
  await expect(page.getByLabel('Titre')).toHaveValue('Montage Formulaire')
  await page.getByRole('combobox', { name: 'Site', exact: true }).fill('formulaire')
  await page.getByRole('option', { name: /Bassin Formulaire/ }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { name: 'Montage Formulaire' })).toBeVisible()
  await expect(page.getByText('2 personnes')).toBeVisible()
  await expect(page.getByText('Site sans position')).toBeVisible()

  const first = page.url().split('/').at(-1) ?? ''
  const after = { siteId, title: 'Balance Formulaire', dependencies: [{ afterId: first }] }
  const { reference } = await ask<Row>(request, 'POST', '/api/work-orders', after)
  await page.getByRole('link', { name: 'Modifier' }).click()
  await page.getByPlaceholder('Chercher une intervention').fill(reference)
  await page.getByRole('option', { name: /Balance Formulaire/ }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText(/s.attendraient en rond/)).toContainText(`→ ${reference} →`)

  await page.getByRole('link', { name: 'Annuler' }).click()
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Annuler l’intervention' }).click()
  await page.getByLabel(/^Motif/).fill('Site fermé')
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Annuler l’intervention' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Site fermé')).toBeVisible()
})

test('who saves second sees what the first one left', async ({ browser }) => {
  const mine = await ownerWindow(browser)
  const theirs = await ownerWindow(browser)
  const draft = { name: 'Client disputé' }
  const { id } = await ask<Row>(mine.context.request, 'POST', '/api/clients', draft)
  for (const { page } of [mine, theirs]) {
    await page.goto(`/clients/${id}`)
    await page.getByRole('button', { name: 'Modifier', exact: true }).click()
  }
  const save = async ({ page }: typeof mine, name: string) => {
    await page.getByRole('dialog').getByLabel('Nom', { exact: true }).fill(name)
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  }
  await save(mine, 'La première')
  await expect(theirs.page.getByText('La première')).toBeAttached()
  await save(theirs, 'La seconde')
  await expect(theirs.page.getByText(/a modifié cela entre-temps/)).toBeVisible()
  const field = theirs.page.getByRole('dialog').getByLabel('Nom', { exact: true })
  await expect(field).toHaveValue('La première')
  await save(theirs, 'La seconde')
  await expect(mine.page.getByRole('heading', { name: 'La seconde' })).toBeVisible()
})
