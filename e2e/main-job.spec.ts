// The main job, as the product promises it: real sites come in from a file, Régie plans, the planner publishes, the
// technician accepts on a phone, and the planner's board changes by itself.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask, linkTo, ownerWindow } from './company.ts'

const facilities = resolve(import.meta.dirname, '../apps/server/src/demo/data/facilities.csv')
const technicianEmail = 'noe.plongeon@exemple.test'

/** The next Monday after today, in Paris: always in the two weeks that the technician's phone shows. */
const nextMonday = (): string => {
  const today = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date())
  const day = new Date(`${today}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7))
  return day.toISOString().slice(0, 10)
}

/** Identifiers of the first basins of the real file. */
const basins = (count: number): string[] =>
  readFileSync(facilities, 'utf8')
    .split('\n')
    .filter((line) => line.includes('Bassin de natation'))
    .flatMap((line) => line.split(',')[0] ?? [])
    .slice(0, count)

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8'),
})

/** Brings one file in through the screen, to its result. */
const bringIn = async (page: Page, file: string | ReturnType<typeof csv>): Promise<void> => {
  await page.goto('/imports')
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page).toHaveURL(/\/imports\/[\da-f-]+$/)
  const unknown = page.getByRole('checkbox', { name: /encore inconnues/ })
  const run = page.getByRole('button', { name: /^Importer/ })
  await expect(run).toBeVisible()
  if ((await unknown.count()) > 0 && !(await unknown.isChecked())) {
    // The server keeps the choice: the tick comes with its answer.
    await page.getByText(/encore inconnues/).click()
    await expect(unknown).toBeChecked()
  }
  await expect(run).toBeEnabled()
  await run.click()
  await expect(page.getByText('Import terminé')).toBeVisible({ timeout: 30_000 })
}

const planAndPublish = async (page: Page, date: string): Promise<void> => {
  await page.goto(`/planning?view=day&date=${date}&technician=Plongeon`)
  await expect(page.getByTestId('board')).toBeVisible()
  await page.getByRole('button', { name: 'Planifier', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lancer' }).click()
  await page.getByRole('button', { name: 'Voir la proposition' }).click({ timeout: 45_000 })
  await page.getByRole('button', { name: 'Tout accepter' }).click()
  await expect(page.getByTestId('board-says')).toHaveText(/affectations? reprises?/)
  await page.getByRole('button', { name: /^Publier \(\d+\)$/ }).click()
  await page.getByRole('button', { name: /^Publier \d+ visites?$/ }).click()
  await expect(page.getByText(/techniciens? prévenus?/)).toBeVisible()
}

/** The technician's phone: the invitation's letter, a password, and the app. */
const technicianPhone = async (browser: Browser, page: Page): Promise<Page> => {
  const { items } = await ask<{ items: { id: string; name: string }[] }>(
    page.request,
    'GET',
    '/api/technicians?search=Plongeon',
  )
  const technician = items.find(({ name }) => name === 'Noé Plongeon')
  await ask(page.request, 'POST', `/api/technicians/${technician?.id}/invite`, {
    email: technicianEmail,
  })
  await expect(() => linkTo(technicianEmail, '/invitation')).toPass()
  const link = new URL(linkTo(technicianEmail, '/invitation'))
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const phone = await context.newPage()
  await phone.goto(`${link.pathname}${link.search}`)
  await phone.locator('input[type=password]').first().fill('un mot de passe de technicien')
  await phone.getByRole('button', { name: /rejoindre|accepter/i }).click()
  await expect(phone).toHaveURL(/\/field\/$/)
  return phone
}

test('the main job: import, plan, publish, accept, and the board follows', async ({ browser }) => {
  test.setTimeout(180_000)
  const { context, page } = await ownerWindow(browser)
  const date = nextMonday()

  await bringIn(page, facilities)
  await bringIn(
    page,
    csv('techniciens.csv', [
      'Nom;Email;Compétences;Latitude;Longitude',
      `Noé Plongeon;${technicianEmail};Bassins;48,8566;2,3522`,
    ]),
  )
  const work = basins(6).map((site, rank) => `Contrôle ${rank + 1};${site};45;Bassins`)
  await bringIn(
    page,
    csv('interventions.csv', ['Titre;Identifiant du site;Durée;Compétences', ...work]),
  )

  await planAndPublish(page, date)

  // The board waits on the first visit, and nobody touches it any more.
  await page.getByTestId('board').focus()
  await page.keyboard.press('ArrowRight')
  const bar = page.getByTestId('focused-bar')
  await expect(bar).toContainText('Noé Plongeon')
  await expect(bar).toContainText('Proposée')

  const phone = await technicianPhone(browser, page)
  await phone.getByRole('navigation').locator('a[href$="/field/week"]').click()
  await phone.locator('a[href*="/assignment/"]').first().click()
  // The list has one such button a stop; the stop's own screen has one.
  await expect(phone.getByRole('button', { name: 'Accepter' })).toHaveCount(1)
  await phone.getByRole('button', { name: 'Accepter' }).click()
  await expect(phone.getByText('Acceptée').first()).toBeVisible()

  await expect(bar).toContainText('Acceptée')
  await phone.context().close()
  await context.close()
})
