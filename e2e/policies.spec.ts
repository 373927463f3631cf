// Policies: duplicated, changed in the form and as JSON with every fault told, chosen, and kept from being overwritten.
import { expect, test } from '@playwright/test'
import { address, ask, ownerWindow } from './company.ts'

type Policies = { items: { id: string | null; name: string; version: number; policy: object }[] }

test('a policy is duplicated, edited as a form and as JSON, chosen for nights, and removed', async ({
  browser,
}) => {
  const { page, context } = await ownerWindow(browser)
  const { request } = context
  await page.goto('/planning/policies')
  const shipped = page.getByRole('listitem').filter({ hasText: 'Charge équilibrée' })
  await shipped.getByRole('button', { name: 'Dupliquer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Charge équilibrée (copie)')

  await page.getByLabel('Nom').fill('Été calme')
  const buffer = page.getByRole('listitem').filter({ hasText: 'Temps libre entre deux visites' })
  await buffer.getByRole('textbox', { name: 'Durée' }).fill('25')
  await buffer.getByRole('textbox', { name: 'Durée' }).press('Tab')
  await expect(buffer.getByText('Changé')).toBeVisible()
  await page.getByRole('radio', { name: 'JSON' }).click()
  const json = page.getByRole('textbox', { name: 'JSON' })
  await expect(json).toHaveValue(/"seconds": 1500/)

  await json.fill('{"version":1,"rules":{"speed":{},"breaks":{"steps":[{}]}}}')
  await expect(page.getByText('3 erreurs')).toBeVisible()
  await expect(page.getByText(/policy\.rules\.speed/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeDisabled()
  await json.fill(
    '{"version":1,"extends":"Balanced","rules":{"buffers":{"on":true,"seconds":1500}}}',
  )
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page).toHaveURL(/\/planning\/policies$/)
  const { items } = await ask<Policies>(request, 'GET', '/api/planning/policies')
  const own = items.find(({ name }) => name === 'Été calme')
  expect(own?.policy).toEqual({
    version: 1,
    extends: 'Balanced',
    rules: { buffers: { on: true, seconds: 1500 } },
  })

  await page.getByLabel('La nuit').click()
  await page.getByRole('option', { name: 'Été calme' }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  const line = page.getByRole('listitem').filter({ hasText: 'Été calme' })
  await expect(line.getByText('Suivie')).toBeVisible()
  await line.getByRole('button', { name: /Supprimer/ }).click()
  await page
    .getByRole('alertdialog', { name: /Supprimer/ })
    .getByRole('button', { name: 'Supprimer' })
    .click()
  const refusal = page.getByRole('alertdialog', { name: /Supprimer/ })
  await expect(refusal.getByRole('alert')).toBeVisible()
  await refusal.getByRole('button', { name: 'Annuler' }).click()
  await context.close()
})

test('who saves over a colleague is shown what stands now', async ({ browser }) => {
  const { page, context } = await ownerWindow(browser)
  const made = await ask<{ id: string }>(context.request, 'POST', '/api/planning/policies', {
    name: 'Concours',
    policy: { version: 1, extends: 'Distance' },
  })
  await page.goto(`/planning/policies/${made.id}`)
  await page.getByLabel('Nom').fill('Concours A')
  await context.request.fetch(`${address()}/api/planning/policies/${made.id}`, {
    method: 'PATCH',
    headers: { origin: address(), 'idempotency-key': crypto.randomUUID() },
    data: { name: 'Concours B', version: 1, policy: { version: 1, extends: 'Distance' } },
  })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Quelqu’un l’a changé entre-temps')).toBeVisible()
  await expect(page.getByLabel('Nom')).toHaveValue('Concours B')
  await context.close()
})
