// A year of pool maintenance: seasons, a skipped week, a moved visit, an edit that leaves both; then a technician who leaves.
import { expect, type Page, test } from '@playwright/test'
import { ask, hire, order, ownerWindow } from './company.ts'

type Row = { readonly id: string }
type Work = { readonly windows: readonly { readonly from: string; readonly until: string }[] }
type Visits = {
  readonly items: {
    readonly on: string
    readonly season: number
    readonly exception: string | null
  }[]
}

const day = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
const today = new Date().toISOString().slice(0, 10)

const inFull = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'UTC' })

/** Chooses what to do with the visit of a day in its menu. */
const open = async (page: Page, on: string, what: string): Promise<void> => {
  const named = inFull.format(Date.parse(on))
  await page.getByRole('button', { name: `Autres actions : ${named}` }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

test('a year of pool maintenance keeps its exceptions when its series is edited', async ({
  browser,
}) => {
  const { page, context } = await ownerWindow(browser)
  const { request } = context
  const { clientId } = await hire(request, 'Serie', ['Ana', 'Ben'])
  await ask<Row>(request, 'POST', '/api/sites', { clientId, name: 'Bassin Serie' })
  const contract = await ask<Row>(request, 'POST', '/api/contracts', {
    name: 'Entretien Serie',
    clientId,
    startsOn: today,
    renewsOn: day(today, 30),
  })
  await page.goto('/contracts')
  await page.getByRole('link', { name: 'Entretien Serie' }).click()
  await expect(page.getByText('À renouveler').first()).toBeVisible()
  await page.getByRole('link', { name: 'Nouvelle série' }).click()
  await page.getByLabel('Titre').fill('Piscine Serie')
  await page.getByRole('combobox', { name: 'Site', exact: true }).fill('serie')
  await page.getByRole('option', { name: /Bassin Serie/ }).click()
  await page.getByRole('radio', { name: 'Par saisons' }).click()
  await expect(page.getByText(/Été \(du 1er mai au 30 septembre\) : chaque semaine/)).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { name: 'Piscine Serie' })).toBeVisible()
  const seriesId = page.url().split('/').at(-1) ?? ''
  const until = day(today, 364)
  const visits = async () =>
    (
      await ask<Visits>(
        request,
        'GET',
        `/api/series/${seriesId}/visits?from=${today}&until=${until}`,
      )
    ).items
  const before = await visits()
  // Opening, every week of summer, winterising.
  expect(new Set(before.map(({ season }) => season))).toEqual(new Set([0, 1, 2]))
  const summer = before.filter(({ season }) => season === 1).map(({ on }) => on)
  const [skipped = '', moved = '', plain = ''] = summer.slice(-6)
  const goesTo = day(moved, 2)

  await page.getByRole('radio', { name: '12 mois' }).click()
  await open(page, skipped, 'Sauter ce passage')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sauter ce passage' }).click()
  await expect(page.getByText('Passage sauté')).toBeVisible()
  await open(page, moved, 'Déplacer ce passage')
  const [year = '', month = '', date = ''] = goesTo.split('-')
  await page.getByRole('alertdialog').getByRole('spinbutton').first().click()
  await page.keyboard.type(`${date}${month}${year}`)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Déplacer ce passage' }).click()
  await expect(page.getByText('Passage déplacé')).toBeVisible()

  await page.getByRole('link', { name: 'Modifier', exact: true }).click()
  await page.getByLabel('Description et consignes').fill('Analyser, doser, laver le filtre')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('gardés tels quels')).toBeVisible()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Série enregistrée')).toBeVisible()
  const after = await visits()
  const exceptionOn = (on: string) => after.find((one) => one.on === on)?.exception
  expect(after).toHaveLength(before.length)
  expect([skipped, goesTo, plain].map(exceptionOn)).toEqual(['skipped', 'moved', null])
  await ask(request, 'POST', `/api/contracts/${contract.id}/end`, {
    version: 1,
    on: today,
    reason: 'Essai terminé',
  })
})

test('a technician leaves, then days are emptied: many visits go elsewhere in one wizard and come back in one press', async ({
  browser,
}) => {
  const { page, context } = await ownerWindow(browser)
  const { request } = context
  const crew = await hire(request, 'Depart', ['Ana', 'Ben', 'Sans'])
  const { id: workOrderId, positionId } = await order(request, crew, 'Bassin Depart')
  // The Tuesday of next week: a working day of the ordinary week, within the fortnight the wizard begins with.
  const tuesday = day(today, 9 - (new Date(`${today}T12:00:00Z`).getUTCDay() || 7))
  await ask(request, 'POST', '/api/planning/assignments', {
    positionId,
    technicianId: crew.technicians[0]?.id,
    startsAt: `${tuesday}T10:00:00+01:00`,
  })
  await page.goto('/planning/campaigns')
  await page.getByRole('combobox', { name: 'Qui s’en va' }).fill('Depart Ana')
  await page.getByRole('option', { name: /Depart Ana/ }).click()
  await page.getByRole('button', { name: 'Voir la proposition' }).click()
  await expect(page.getByRole('row', { name: /Bassin Depart/ })).toContainText('Depart Ana')
  await expect(page.getByRole('row', { name: /Bassin Depart/ })).not.toContainText('Personne')
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page.getByText('Replanification appliquée')).toBeVisible()
  await page.getByRole('button', { name: 'Tout annuler' }).click()
  await expect(page.getByText('Tout est comme avant')).toBeVisible()

  // The Tuesday is closed: its visit goes to a day around it.
  await page.goto('/planning/campaigns')
  await page.getByRole('radio', { name: 'Vider des jours' }).click()
  await page.getByLabel('Pourquoi').fill('Fermeture Depart')
  const [year = '', month = '', date = ''] = tuesday.split('-')
  for (const name of ['Du', 'Au']) {
    await page.getByRole('group', { name, exact: true }).getByRole('spinbutton').first().click()
    await page.keyboard.type(`${date}${month}${year}`)
  }
  await page.getByRole('button', { name: /Passages de/ }).click()
  await page.getByRole('option', { name: /Depart Ana/ }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Voir la proposition' }).click()
  await expect(page.getByRole('row', { name: /Bassin Depart/ })).toContainText('Depart Ana')
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page.getByText('Replanification appliquée')).toBeVisible()
  const { windows } = await ask<Work>(request, 'GET', `/api/work-orders/${workOrderId}`)
  const noon = Date.parse(`${tuesday}T12:00:00Z`)
  const isThere = ({ from, until }: Work['windows'][number]) =>
    Date.parse(from) < noon && Date.parse(until) > noon
  expect([windows.length > 0, windows.some(isThere)]).toEqual([true, false])
  await page.getByRole('button', { name: 'Tout annuler' }).click()
  await expect(page.getByText('Tout est comme avant')).toBeVisible()
})
