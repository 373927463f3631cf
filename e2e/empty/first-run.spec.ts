import { expect, test } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { signIn, watchFaults } from '../setup/people.ts'

const owner = { name: 'Zoé Exemple', email: 'zoe@exemple.fr', password: 'bassin couvert nord' }

test('a first run makes the organisation, its owner and its first technicians', async ({
  page,
}) => {
  const faults = watchFaults(page)
  await page.goto('/')
  await expect(page.getByText('Étape 1 sur 3')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Nom de l’organisation').fill('Atelier des Eaux')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByLabel('Votre nom').fill(owner.name)
  await page.getByLabel('Adresse e-mail').fill(owner.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill('court')
  await page.getByRole('button', { name: 'Créer l’organisation' }).click()
  await expect(page.getByText('Étape 2 sur 3')).toBeVisible() // too short: told, and nothing was made

  await page.getByLabel('Mot de passe', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Créer l’organisation' }).click()
  await expect(page.getByText('Étape 3 sur 3')).toBeVisible()
  await page.getByLabel('Technicien 1', { exact: true }).fill('Ana Modèle')
  await page.getByLabel('Technicien 2', { exact: true }).fill('Bob Modèle')
  await page.getByRole('button', { name: 'Ajouter 2 techniciens et terminer' }).click()

  await expect(page.getByText('Atelier des Eaux').first()).toBeVisible()
  await page.goto('/planning')
  await expect(page.getByText('Ana Modèle')).toBeVisible()
  await expect(page.getByText('Bob Modèle')).toBeVisible()
  expect(faults).toEqual([])
})

test('the owner signs in again, and nobody can set up a second time', async ({ page }) => {
  await page.goto('/setup')
  await expect(page).toHaveURL(/sign-in/)
  await signIn(page, owner.email, owner.password)
  await expect(page.getByText('Atelier des Eaux').first()).toBeVisible()
})
