// Dates asked, answered by link on a phone and in the app without network; the office sees who can.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask, linkTo, ownerWindow } from './company.ts'
import { dayIn, joinByPhone, untilInstalled } from './field-company.ts'
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

/** A date or a time, digit by digit, as on a keyboard. */
const type = (page: Page, label: RegExp, typed: string) =>
  page.getByRole('group', { name: label }).getByRole('spinbutton').first().pressSequentially(typed)

const digits = (days: number): string => dayIn(days).split('-').reverse().join('')

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
  await page.goto('/availability')
  await page.getByRole('link', { name: 'Demander des dates' }).click()
  await page.getByLabel('Titre').fill('Concert de la halle')
  await type(page, /^Du/, digits(10))
  await type(page, /^Au/, digits(11))
  await type(page, /^De/, '1800')
  await type(page, /^À( |$)/, '2300')
  await page.getByRole('button', { name: 'Ajouter ces dates' }).click()
  await page.getByRole('searchbox', { name: 'Chercher un nom' }).fill('Sondage')
  await page.getByRole('button', { name: 'Choisir ces 2' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
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
  // How they wish to be told, without an account; then the office revokes the link that lies about.
  await phone.getByText('Comment me prévenir').click()
  await phone.getByText('Mes propres heures calmes').click()
  await phone.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(phone.getByText('C’est enregistré.')).toBeVisible()
  await expectAccessible(phone)
  await expect(page.getByText('1 sur 2 ont répondu')).toBeVisible()
  await page.getByRole('button', { name: 'Farid Sondage' }).click()
  await page.getByRole('button', { name: 'Révoquer le lien' }).click()
  const sure = page.getByRole('alertdialog')
  await sure.getByRole('button', { name: 'Révoquer le lien' }).click()
  await expect(page.getByText('Le lien est révoqué')).toBeVisible()
  await page.keyboard.press('Escape')
  await phone.reload()
  await expect(phone.getByText('Ce lien n’est plus valable')).toBeVisible()
  await phone.context().close()

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
  const pollId = new URL(page.url()).pathname.split('/').at(-1)
  expect((await ask<{ open: boolean }>(request, 'GET', `/api/polls/${pollId}`)).open).toBe(false)
  await app.context().close()
  await context.close()
})
