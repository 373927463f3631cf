// The client who moves the visit: a letter over SMTP, the page on a phone, another time that is free, and the board knows.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask, hire, linkTo, ownerWindow } from './company.ts'

const email = 'martin.cliente@exemple.test'

/** A weekday from three days ahead on: nobody's weekend, and time enough to choose before it. */
const weekday = (): string => {
  const day = new Date(Date.now() + 3 * 86_400_000)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** A published visit of a client who can be written to. */
const visitOf = async (page: Page, date: string) => {
  const { request } = page
  const crew = await hire(request, 'Client', ['Ana', 'Ben'])
  const site = await ask<{ id: string }>(request, 'POST', '/api/sites', {
    clientId: crew.clientId,
    name: 'Bassin des Lilas',
    address: { city: 'Paris' },
    position: { latitude: 48.86, longitude: 2.33 },
  })
  const order = await ask<{ id: string; positions: { positionIds: string[] }[] }>(
    request,
    'POST',
    '/api/work-orders',
    {
      siteId: site.id,
      title: 'Hivernage',
      durationMinutes: 60,
      skills: [{ skillId: crew.skillId, level: 1 }],
      contact: { name: 'Mme Martin', email, phone: '' },
    },
  )
  await ask(request, 'POST', '/api/planning/assignments', {
    positionId: order.positions[0]?.positionIds[0] ?? '',
    technicianId: crew.technicians[0]?.id ?? '',
    startsAt: `${date}T09:00:00Z`,
  })
  await ask(request, 'POST', '/api/planning/publish', {
    ...{ from: `${date}T00:00:00Z`, until: `${date}T23:59:00Z` },
  })
  return order.id
}

const aPhone = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  })
  return await context.newPage()
}

test('the client who moves the visit', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const id = await visitOf(page, weekday())
  await page.goto(`/work-orders/${id}`)
  await page.getByRole('link', { name: 'Parole du client' }).click()
  await page.getByRole('button', { name: 'Prévenir maintenant' }).click()
  await expect(() => linkTo(email, '/v/')).toPass()

  const phone = await aPhone(browser)
  await phone.goto(new URL(linkTo(email, '/v/')).pathname)
  await expect(phone.getByRole('heading', { name: 'Votre rendez-vous' })).toBeVisible()
  await phone.getByRole('button', { name: 'Choisir un autre créneau' }).click()
  // By keyboard, as everything here can be done.
  const time = phone.getByRole('button', { name: /, 1[0-9]:\d\d$/ }).last()
  const chosen = (await time.getAttribute('aria-label')) ?? ''
  await time.focus()
  await phone.keyboard.press('Enter')
  await expect(phone.getByText(`Réservé pour vous : ${chosen}`)).toBeVisible()
  await phone.getByRole('button', { name: 'Confirmer ce créneau' }).click()
  await expect(phone.getByText('Vous avez confirmé')).toBeVisible()
  await phone.context().close()

  // The office sees it on the page that is open, and in its inbox.
  await expect(page.getByText('A déplacé la visite')).toBeVisible()
  await expect(page.getByText('Changée par le client')).toBeVisible()
  await expect(page.getByText(/^Confirmé par le client/)).toBeVisible()
  await context.close()
})
