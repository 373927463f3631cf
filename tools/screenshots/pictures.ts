// Which pictures there are, and how a planner comes to see what they show.
import type { Page } from '@playwright/test'
import { type Look, organizations, work } from './enter.ts'

type Scene = { readonly day: string; readonly look: Look }

export type Picture = {
  readonly name: string
  readonly shows: (look: Look) => boolean
  readonly show: (page: Page, scene: Scene) => Promise<void>
}

const atDesk = ({ width, theme }: Look): boolean => width === 1440 && theme === 'light'
const atDeskDark = ({ width, theme }: Look): boolean => width === 1440 && theme === 'dark'
const onPhone = ({ width, theme }: Look): boolean => width === 390 && theme === 'light'

const board = '[data-testid=board]'

/** Fonts, colours and the frame after them: a picture is taken of what stands still. */
async function settle(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector)
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await page.waitForTimeout(1200)
}

const at =
  (address: (day: string) => string, selector = board) =>
  async (page: Page, { day }: Scene): Promise<void> => {
    await page.goto(address(day))
    await settle(page, selector)
  }

const dayAddress = (day: string): string => `/planning?date=${day}`

/** The first visit of the day, taken with the keys. */
async function select(page: Page, scene: Scene): Promise<void> {
  await at(dayAddress)(page, scene)
  await page.getByTestId('board').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(800)
}

async function propose(page: Page, scene: Scene): Promise<void> {
  const after = new Date(Date.parse(scene.day) + 86_400_000).toISOString().slice(0, 10)
  await at(dayAddress)(page, { ...scene, day: after })
  await page.keyboard.press('p')
  await page.getByRole('button', { name: /^(Lancer|Start)$/ }).click()
  const see = page.getByRole('button', { name: /^(Voir la proposition|See the proposal)$/ })
  await see.click({ timeout: 90_000 })
  await page.waitForTimeout(1200)
}

/** The festival's last day is the Sunday of the week in which the demonstration was filled. */
async function festival(page: Page, scene: Scene): Promise<void> {
  await work(page.request, organizations.festival)
  const today = new Date()
  const toSunday = ((7 - today.getUTCDay()) % 7) * 86_400_000
  const sunday = new Date(today.getTime() + toSunday).toISOString().slice(0, 10)
  await at(() => `/planning?date=${sunday}&rows=site`)(page, scene)
}

async function help(page: Page, scene: Scene): Promise<void> {
  await at(dayAddress)(page, scene)
  await page.keyboard.press('?')
  await page.waitForTimeout(600)
}

export const pictures: readonly Picture[] = [
  { name: 'day', shows: () => true, show: at(dayAddress) },
  { name: 'week', shows: atDesk, show: at((day) => `/planning?view=week&date=${day}`) },
  {
    name: 'month',
    shows: atDesk,
    show: at((day) => `/planning?view=month&by=team&date=${day}`, 'main table'),
  },
  { name: 'map', shows: atDesk, show: at((day) => `/planning?map=true&date=${day}`) },
  {
    name: 'list',
    shows: (look) => atDeskDark(look) || onPhone(look),
    show: at((day) => `/planning?list=true&date=${day}`, 'main table'),
  },
  { name: 'visit', shows: (look) => atDesk(look) || onPhone(look), show: select },
  { name: 'proposal', shows: (look) => atDesk(look) || onPhone(look), show: propose },
  { name: 'help', shows: atDeskDark, show: help },
  // The last of its window, which it leaves in the other organisation.
  { name: 'crews', shows: atDesk, show: festival },
]
