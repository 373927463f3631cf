// Dates asked, answered by link on a phone and in the app without network; the office sees who can.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask, linkTo, ownerWindow } from './company.ts'
import { dayIn, hourIn, joinByPhone, untilInstalled } from './field-company.ts'
import { expectAccessible } from './setup/accessibility.ts'

const byLink = 'farid.sondage@exemple.test'
const byApp = 'lea.sondage@exemple.test'

const aPhone = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  })
  return await context.newPage()
}

const choose = (page: Page, group: RegExp, state: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: state, exact: true })

test('a poll answered by link and by a phone without network', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const { request } = page
  const people = await Promise.all(
    [
      ['Farid Sondage', byLink, 'freelance'],
      ['Léa Sondage', byApp, 'employee'],
    ].map(([name, email, kind]) =>
      ask<{ id: string }>(request, 'POST', '/api/technicians', { name, email, kind }),
    ),
  )
  const poll = await ask<{ id: string }>(request, 'POST', '/api/polls', {
    title: 'Concert de la halle',
    options: [10, 11].map((days) => ({
      date: dayIn(days),
      hours: { from: '18:00', until: '23:00' },
    })),
    closesAt: hourIn(5, 18),
    technicianIds: people.map(({ id }) => id),
  })
  await page.goto('/availability')
  await page.getByRole('link', { name: /Concert de la halle/ }).click()
  await expect(page.getByText('0 sur 2 ont répondu')).toBeVisible()

  await expect(() => linkTo(byLink, '/a/')).toPass()
  const phone = await aPhone(browser)
  await phone.goto(new URL(linkTo(byLink, '/a/')).pathname)
  await choose(phone, /À toutes les dates/, 'Disponible').click()
  await choose(phone, /18:00 – 23:00/, 'Indisponible')
    .nth(1)
    .click()
  await phone.getByRole('button', { name: 'Préciser' }).nth(1).click()
  await phone.getByLabel('Remarque').fill('Garde des enfants')
  await phone.getByRole('button', { name: 'Envoyer 2 réponses' }).click()
  await expect(phone.getByText('Merci, c’est noté')).toBeVisible()
  await expectAccessible(phone)
  await phone.context().close()
  await expect(page.getByText('1 sur 2 ont répondu')).toBeVisible()

  const app = await joinByPhone(browser, request, { id: people[1]?.id ?? '', email: byApp })
  await untilInstalled(app)
  await app.goto('/field/availability')
  await expect(choose(app, /À toutes les dates/, 'Disponible')).toBeVisible()
  await app.context().setOffline(true)
  await choose(app, /À toutes les dates/, 'Disponible').click()
  await app.getByRole('button', { name: 'Envoyer 2 réponses' }).click()
  await expect(app.getByText('Réponse gardée sur ce téléphone')).toBeVisible()
  await app.context().setOffline(false)
  await expect(page.getByText('2 sur 2 ont répondu')).toBeVisible()
  await expect(page.getByRole('row', { name: /Disponibles/ })).toContainText('2')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Terminer' }).click()
  await page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Terminer' })
    .click()
  await expect(page.getByText('Terminé', { exact: true })).toBeVisible()
  expect((await ask<{ open: boolean }>(request, 'GET', `/api/polls/${poll.id}`)).open).toBe(false)
  await app.context().close()
  await context.close()
})
