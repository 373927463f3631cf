// A concert: from a stage and a shipped crew to the first seat that is covered.
import { expect, test } from '@playwright/test'
import { ask, hire, ownerWindow } from './company.ts'
import { expectAccessible } from './setup/accessibility.ts'

test('a concert gets its stage, phase and crew, and a red seat turns yellow', async ({
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
  await context.close()
})
