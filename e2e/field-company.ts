// A technician with two published visits tomorrow, signed in on a phone.
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { ask, hire, linkTo, order, signInOwner } from './company.ts'
import { phone as size } from './setup/people.ts'

type Row = { readonly id: string }

export type FieldCrew = {
  readonly office: BrowserContext
  readonly phone: Page
  readonly assignmentIds: readonly string[]
  readonly workOrderIds: readonly string[]
}

/** The day in Paris so many days from now. */
export const dayIn = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(
    new Date(Date.now() + days * 86_400_000),
  )

/** So many days from now at an hour of Paris, winter or summer. */
export const hourIn = (days: number, hour: number): string => {
  const day = dayIn(days)
  const zone = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    timeZoneName: 'longOffset',
  })
  const name = zone.formatToParts(new Date(`${day}T12:00:00Z`)).find(isZone)?.value ?? ''
  return `${day}T${String(hour).padStart(2, '0')}:00:00${name.replace('GMT', '')}`
}
const tomorrow = (hour: number): string => hourIn(1, hour)
const isZone = ({ type }: Intl.DateTimeFormatPart): boolean => type === 'timeZoneName'

export const wholeWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  start: '00:00',
  end: '23:59',
}))

/** A short checklist with a reading, for work of one kind. */
const aTemplate = async (request: APIRequestContext, tag: string): Promise<string> => {
  const yes = { kind: 'yes_no', key: 'washed', label: { fr: 'Filtre lavé' }, required: true }
  const reading = { kind: 'reading', key: 'ph', label: { fr: 'pH' }, required: true }
  const range = { low: '6.9', high: '7.7', adviceHigh: { fr: 'Ajouter du pH moins.' } }
  const form = await ask<Row>(request, 'POST', '/api/forms', {
    title: { fr: `Relevés ${tag}` },
    sections: [{ title: { fr: 'Bassin' }, fields: [{ ...reading, min: 0, max: 14, range }, yes] }],
  })
  const draft = { name: `Contrôle ${tag}`, durationMinutes: 60, formIds: [form.id] }
  return (await ask<Row>(request, 'POST', '/api/templates', draft)).id
}

export async function fieldCrew(
  browser: Browser,
  tag: string,
  { hasForm = false } = {},
): Promise<FieldCrew> {
  const office = await browser.newContext()
  const { request } = office
  await signInOwner(request)
  const crew = await hire(request, tag, ['Ana', 'Ben'])
  const email = `${tag}.terrain@exemple.test`.toLowerCase()
  const technician = await ask<Row>(request, 'POST', '/api/technicians', {
    name: `${tag} Léa`,
    email,
    skills: [{ skillId: crew.skillId, level: 2 }],
    weeklyShifts: wholeWeek,
    homePosition: { latitude: 48.85, longitude: 2.3 },
  })
  const orders = [
    await order(
      ...([request, crew, `${tag} Nord`] as const),
      hasForm ? { templateId: await aTemplate(request, tag) } : {},
    ),
    await order(request, crew, `${tag} Sud`),
  ]
  const assignmentIds: string[] = []
  for (const [index, { positionId }] of orders.entries()) {
    const body = { positionId, technicianId: technician.id, startsAt: tomorrow(10 + 4 * index) }
    assignmentIds.push((await ask<Row>(request, 'POST', '/api/planning/assignments', body)).id)
  }
  const range = { from: tomorrow(0), until: tomorrow(23), technicianIds: [technician.id] }
  await ask(request, 'POST', '/api/planning/publish', range)
  const phone = await joinByPhone(browser, request, { id: technician.id, email })
  return { office, phone, assignmentIds, workOrderIds: orders.map(({ id }) => id) }
}

/** Follows the letter that invites, on a phone, and is signed in there. */
export async function joinByPhone(
  browser: Browser,
  office: APIRequestContext,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<Page> {
  await ask(office, 'POST', `/api/technicians/${id}/invite`, { email })
  await expect(() => linkTo(email, '/invitation')).toPass()
  const link = new URL(linkTo(email, '/invitation'))
  const context = await browser.newContext({ viewport: size, hasTouch: true, isMobile: true })
  const phone = await context.newPage()
  await phone.goto(`${link.pathname}${link.search}`)
  await phone.locator('input[type=password]').first().fill('un mot de passe de technicien')
  await phone.getByRole('button', { name: /rejoindre|accepter/i }).click()
  await expect(phone).toHaveURL(/\/field\/$/)
  return phone
}

/** The app can open without network: its worker is there and has the page. */
export async function untilInstalled(phone: Page): Promise<void> {
  await phone.goto('/field/')
  await phone.evaluate(async () => {
    const { serviceWorker } = navigator as unknown as { serviceWorker: Workers }
    const { active } = await serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise((done) => active?.addEventListener('statechange', () => done(null)))
  })
}

/** The papers of so many visits lie on the phone: it may lose its network now. */
export async function untilPapersKept(phone: Page, wanted: number): Promise<void> {
  const kept = () =>
    phone.evaluate(async () => {
      const { indexedDB } = globalThis as unknown as { indexedDB: Bases }
      const name = (await indexedDB.databases()).find((one) => one.name.includes('.papers.'))?.name
      if (!name) return 0
      return await new Promise<number>((done) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => {
          const base = opening.result
          const asked = base.transaction('papers').objectStore('papers').count()
          asked.onsuccess = () => {
            base.close()
            done(asked.result)
          }
        }
      })
    })
  await expect.poll(kept, { timeout: 20_000 }).toBe(wanted)
}

type Asked<T> = { onsuccess: () => void; readonly result: T }
type Base = {
  readonly transaction: (store: string) => {
    readonly objectStore: (store: string) => { readonly count: () => Asked<number> }
  }
  readonly close: () => void
}
type Bases = {
  readonly databases: () => Promise<{ name: string }[]>
  readonly open: (name: string) => Asked<Base>
}

/** As much of the browser’s own type as is needed here. */
type Workers = {
  readonly ready: Promise<{
    readonly active: (EventTarget & { readonly state: string }) | null
  }>
}
