// Seats change hands while people answer by app, link and SMS: a festival's chief of sound falls ill, work comes up that
// cannot wait, and twenty colleagues want the same slot. Real SMTP, and servers here that speak as Twilio, push and Slack.
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type ToldBoard, unfoldBoard } from '@regie/contract/planning-board'
import { ask, type Crew, hire, order, ownerWindow } from './company.ts'
import { dayIn, hourIn, joinByPhone, wholeWeek } from './field-company.ts'
import { linkIn, replyBySms, slackSaid, subscribe, tellAtOnce, textsTo } from './provided.ts'
import { expectAccessible } from './setup/accessibility.ts'
import { phone as size } from './setup/people.ts'

test.describe.configure({ mode: 'serial' })

type Row = { readonly id: string }

/** A mobile number of this file. */
const number = (rank: number): string => `+336120090${String(rank).padStart(2, '0')}`

const chiefEmail = 'chef.son@exemple.test'
const chiefName = 'Chef Rivière'

let office: BrowserContext
let page: Page
let chief: Page
let chiefId: string
let crew: Crew
let rotationSkill: string
let pushes: Awaited<ReturnType<typeof subscribe>>

const employ = async (name: string, more: Record<string, unknown>): Promise<string> =>
  (
    await ask<Row>(office.request, 'POST', '/api/technicians', {
      homePosition: { latitude: 48.85, longitude: 2.3 },
      ...{ name, weeklyShifts: wholeWeek, ...more },
    })
  ).id

const sound = () => [{ skillId: crew.skillId, level: 1 }]

const publish = (technicianId: string) =>
  ask(office.request, 'POST', '/api/planning/publish', {
    ...{ from: hourIn(0, 0), until: hourIn(4, 0), technicianIds: [technicianId] },
  })

const place = (positionId: string, startsAt: string) =>
  ask<Row>(office.request, 'POST', '/api/planning/assignments', {
    ...{ positionId, startsAt, technicianId: chiefId },
  })

const holders = async (title: string): Promise<Record<string, string>> => {
  const range = new URLSearchParams({ from: hourIn(0, 0), until: hourIn(4, 0) })
  const path = `/api/planning/board?${range}`
  const { bars } = unfoldBoard(await ask<ToldBoard>(office.request, 'GET', path))
  return Object.fromEntries(
    bars
      .filter((bar) => bar.title === title)
      .map(({ siteName, technicianName }) => [siteName, technicianName]),
  )
}

/** A phone that is nobody's: it follows the link of a text. */
const openLink = async (browser: Browser, path: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: size, hasTouch: true, isMobile: true })
  const opened = await context.newPage()
  await opened.goto(path)
  return opened
}

test.beforeAll(async ({ browser }) => {
  ;({ context: office, page } = await ownerWindow(browser))
  const { request } = office
  await tellAtOnce(request)
  crew = await hire(request, 'Festival', ['Nour'])
  rotationSkill = (
    await ask<Row>(request, 'POST', '/api/skills', { code: `ROT${Date.now()}`, name: 'Rotation' })
  ).id
  const skills = [...sound(), { skillId: rotationSkill, level: 1 }]
  chiefId = await employ(chiefName, { email: chiefEmail, phone: number(0), skills })
  chief = await joinByPhone(browser, request, { id: chiefId, email: chiefEmail })
  pushes = await subscribe(chief.context().request, 'chef')
})

test.afterAll(() => Promise.all([office?.close(), chief?.context().close()]))

test('the sound chief falls ill on the second day of the festival', async ({ browser }) => {
  await employ('Ada Proche', { phone: number(1), skills: sound() })
  const far = { homePosition: { latitude: 48.6, longitude: 2.6 } }
  await employ('Zoé Loin', { phone: number(2), skills: sound(), ...far })
  for (const [rank, day] of ['Jour 1', 'Jour 2'].entries()) {
    const positions = [{ label: 'Chef son' }]
    const show = await order(office.request, crew, day, { title: 'Festival fictif', positions })
    await place(show.positionId, hourIn(rank + 1, 20))
  }
  await publish(chiefId)
  await expect.poll(() => pushes().length).toBe(1)
  expect(pushes()[0]?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' })
  await page.goto('/relief')

  await chief.goto('/field/absence')
  await chief
    .getByRole('group', { name: 'Premier jour' })
    .getByRole('spinbutton')
    .first()
    .pressSequentially(dayIn(2).split('-').reverse().join(''))
  await chief.getByRole('button', { name: /Motif/ }).click()
  await chief.getByRole('option', { name: 'Maladie' }).click()
  await chief.getByRole('button', { name: 'Demander', exact: true }).click()

  // The nearest and the next are asked together; the office sees it happen on the page that is open.
  await expect(page.getByText(`${chiefName} ne peut pas`)).toBeVisible()
  await expect.poll(() => textsTo(number(2)).length).toBe(1)
  const ada = await openLink(browser, linkIn(number(1)))
  await expect(ada.getByText('Un poste est à reprendre')).toBeVisible()
  await expect(ada.getByText('Festival fictif · Chef son')).toBeVisible()
  await expectAccessible(ada)
  // By keyboard, as everything here can be done.
  await ada.getByRole('button', { name: 'Je prends' }).focus()
  await ada.keyboard.press('Enter')
  await expect(ada.getByText('C’est à vous')).toBeVisible()
  await ada.context().close()

  await expect(page.getByText('Aucun poste ne change de main')).toBeVisible()
  expect(await holders('Festival fictif')).toEqual({ 'Jour 1': chiefName, 'Jour 2': 'Ada Proche' })
  await expect.poll(() => textsTo(number(2)).at(-1)).toContain('pourvu')
})

test('an emergency on a day of rest goes to whoever is on call', async () => {
  // Whatever day it is today: it is everybody's Sunday but of the one on call.
  const today = [0, 1].map((days) => new Date(`${dayIn(days)}T12:00:00Z`).getUTCDay() || 7)
  const resting = wholeWeek.filter(({ weekday }) => !today.includes(weekday))
  const { id: skillId } = await ask<Row>(office.request, 'POST', '/api/skills', {
    ...{ code: `FUITE${Date.now()}`, name: 'Fuites' },
  })
  const skills = [{ skillId, level: 1 }]
  await employ('Paul Repos', { skills, phone: number(3), weeklyShifts: resting })
  await employ('Lou Astreinte', { skills, phone: number(4) })
  const leak = await order(office.request, crew, 'Bassin du dimanche', { title: 'Fuite', skills })
  await page.goto(`/work-orders/${leak.id}`)
  await page.getByRole('link', { name: 'Urgence' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Urgence' }).focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /Fuite/ })
  await expect(drawer.getByText('Lou Astreinte').first()).toBeVisible()
  await drawer.getByText(/ne peu(t|vent) pas/).click()
  await expect(drawer.getByText('Paul Repos')).toBeVisible()
  await expectAccessible(page)
  await expect.poll(() => slackSaid().join()).toContain('Fuite')
  await expect.poll(() => textsTo(number(4)).length).toBe(1)
  expect(textsTo(number(3))).toEqual([])
  expect(await replyBySms(office.request, '+33698765432', 'OUI')).not.toContain('Message')
  expect(await replyBySms(office.request, number(4), 'Oui !')).toContain('à vous')
  await expect(drawer.getByText('Pourvu', { exact: true })).toBeVisible()
  expect(await holders('Fuite')).toEqual({ 'Bassin du dimanche': 'Lou Astreinte' })
})

test('twenty colleagues race for a slot: one has it, nineteen are told', async ({ browser }) => {
  const ranks = Array.from({ length: 20 }, (_, rank) => rank + 10)
  const skills = [{ skillId: rotationSkill, level: 1 }]
  await Promise.all(
    ranks.map((rank) => employ(`Collègue ${rank}`, { skills, phone: number(rank) })),
  )
  const slot = await order(office.request, crew, 'Salle B', { title: 'Rotation', skills })
  const { id } = await place(slot.positionId, hourIn(3, 10))
  await publish(chiefId)
  await chief.goto(`/field/assignment/${id}`)
  await chief.getByRole('link', { name: 'Céder ou échanger' }).click()
  await expect(chief.getByText('20 collègues peuvent')).toBeVisible()
  await chief.getByRole('button', { name: 'Demander' }).click()
  await expect(chief.getByText('20 collègues demandés')).toBeVisible()
  await expect
    .poll(() => ranks.filter((rank) => textsTo(number(rank)).length === 1).length)
    .toBe(20)

  // Two on their phones, eighteen as fast as a program can, all in the same moment.
  const [watched, others] = [ranks.slice(0, 2), ranks.slice(2)]
  const pages = await Promise.all(watched.map((rank) => openLink(browser, linkIn(number(rank)))))
  const paths = await Promise.all(others.map((rank) => offerBehind(linkIn(number(rank)))))
  const won = await Promise.all([
    ...pages.map(async (one) => {
      // Somebody may be faster than the finger: the button is then gone, and the page says why.
      const take = one.getByRole('button', { name: 'Je prends' })
      await take.click({ timeout: 5_000 }).catch(() => undefined)
      const said = one.getByText(/^(C’est à vous|Pourvu par un autre)$/)
      return (await said.textContent()) === 'C’est à vous'
    }),
    ...paths.map(async (path) => {
      const answered = await ask<Offers>(office.request, 'POST', path, { answer: 'yes' })
      return answered.offers[0]?.state === 'yes'
    }),
  ])
  expect(won.filter(Boolean)).toHaveLength(1)
  await expect
    .poll(() => ranks.filter((rank) => textsTo(number(rank)).at(-1)?.includes('pourvu')).length)
    .toBe(19)
  const winner = [...watched, ...others][won.indexOf(true)]
  expect(textsTo(number(winner ?? 0)).join()).not.toContain('pourvu')
  expect(await holders('Rotation')).toEqual({ 'Salle B': `Collègue ${winner}` })
  await expect(chief.getByText(`Collègue ${winner} prend votre créneau`)).toBeVisible()
  await Promise.all(pages.map((one) => one.context().close()))

  // What all this adds up to, for the office.
  await page.goto('/relief?view=figures')
  await expect(page.getByText('dont 1 entre collègues')).toBeVisible()
  await expectAccessible(page)
})

type Offers = { readonly offers: readonly { readonly id: string; readonly state: string }[] }

/** Where a yes to what stands behind a link is sent. */
const offerBehind = async (link: string): Promise<string> => {
  const path = link.replace('/a/', '/api/public/answers/')
  const { offers } = await ask<Offers>(office.request, 'GET', path)
  return `${path}/offers/${offers[0]?.id}`
}
