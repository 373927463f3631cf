// The client who moves the visit: a letter over SMTP, the page on a phone, another time that is free, and the board knows.
// On the day the client sees where the technician on the way is, if both want it.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask, hire, linkTo, order, ownerWindow } from './company.ts'
import { hourIn, joinByPhone, wholeWeek } from './field-company.ts'
import { expectAccessible } from './setup/accessibility.ts'

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

/** Within today in Paris, so that it stands on the phone’s first page whatever the hour of this run. */
const thisHour = (): string => {
  const hour = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' },
  }).format(new Date())
  return hourIn(0, Math.min(Number(hour) + 1, 22))
}

test('the technician on the way, on the client’s map', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const { request } = page
  const { version } = await ask<{ version: number }>(request, 'GET', '/api/whereabouts/settings')
  const settings = { version, enabled: true, keepMinutes: 20 }
  await ask(request, 'PUT', '/api/whereabouts/settings', settings)
  const crew = await hire(request, 'Carte', ['Ana'])
  const [own, waiting] = ['ana.route@exemple.test', 'cliente.carte@exemple.test']
  const { id } = await ask<{ id: string }>(request, 'POST', '/api/technicians', {
    ...{ name: 'Ana Route', email: own, weeklyShifts: wholeWeek },
    ...{ skills: [{ skillId: crew.skillId, level: 2 }] },
    homePosition: { latitude: 48.85, longitude: 2.3 },
  })
  const contact = { name: 'Mme Carte', email: waiting, phone: '' }
  const { positionId } = await order(request, crew, 'Bassin de la carte', { contact })
  await ask(request, 'POST', '/api/planning/assignments', {
    ...{ positionId, technicianId: id, startsAt: thisHour() },
  })
  const range = { from: hourIn(0, 0), until: hourIn(1, 0), technicianIds: [id] }
  await ask(request, 'POST', '/api/planning/publish', range)

  const phone = await joinByPhone(browser, request, { id, email: own })
  await phone.context().grantPermissions(['geolocation'])
  await phone.context().setGeolocation({ latitude: 48.8124, longitude: 2.3615, accuracy: 40 })
  await phone.getByRole('button', { name: 'Accepter' }).click()
  await phone.getByRole('button', { name: 'En route' }).click()
  await phone.getByRole('link', { name: 'En savoir plus' }).click()
  await phone.getByRole('switch', { name: 'J’accepte' }).focus()
  await phone.keyboard.press('Space')
  await expect(phone.getByText(/^Ville Carte voit où vous étiez à/)).toBeVisible()
  await expectAccessible(phone)

  await expect(() => linkTo(waiting, '/v/')).toPass()
  const client = await aPhone(browser)
  await client.goto(new URL(linkTo(waiting, '/v/')).pathname)
  await expect(client.getByText(/^Ana est à 6 km environ/)).toBeVisible()
  await expect(client.getByText(/^Ana arrive vers/)).toBeVisible()
  await expect(client.getByTestId('way-map').getByText('Chez vous')).toBeVisible()
  await expectAccessible(client)

  await phone.getByRole('button', { name: 'Arrêter' }).click()
  await expect(phone.getByText(/voit où vous étiez/)).toBeHidden()
  await client.reload()
  await expect(client.getByText(/^Ana arrive vers/)).toBeVisible()
  await expect(client.getByTestId('way-map')).toBeHidden()
  await Promise.all([context.close(), phone.context().close(), client.context().close()])
})
