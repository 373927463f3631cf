import { expect, test } from '@playwright/test'
import { enterDemo, phone } from '../setup/people.ts'

type Stop = { reference: string; state: string; startsAt: string }

/** The first visit that waits for the technician's answer, and its day in Paris. */
const firstOffered = (stops: readonly Stop[]) => {
  const stop = stops.find(({ state }) => state === 'offered')
  if (!stop) throw new Error('the demonstration offers this technician nothing')
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(
    new Date(stop.startsAt),
  )
  return { ...stop, day }
}

test('a technician accepts on the phone, and the planner sees it without reloading', async ({
  browser,
}) => {
  const technician = await enterDemo(browser, 'technician', '/field/', phone)
  const listed = await technician.context.request.get('/api/field/snapshot')
  await technician.page.goto('/field/week')
  const stop = firstOffered(((await listed.json()) as { assignments: Stop[] }).assignments)

  const planner = await enterDemo(
    browser,
    'planner',
    `/planning?view=day&date=${stop.day}&list=true`,
  )
  const line = planner.page.getByRole('row').filter({ hasText: stop.reference })
  await expect(line).toContainText('Proposée')

  await technician.page.getByRole('button', { name: 'Accepter' }).first().click()
  await expect(line).toContainText('Acceptée')
  expect([...technician.faults, ...planner.faults]).toEqual([])
  await Promise.all([technician.context.close(), planner.context.close()])
})

test('whoever goes over to another organisation sees that one alone', async ({ browser }) => {
  const { context, page } = await enterDemo(browser, 'planner', '/projects')
  await page.getByRole('button', { name: 'Maintenance Exemple' }).click()
  await page.getByRole('menuitem', { name: 'Les Nuits Fictives' }).click()
  await expect(page.getByRole('button', { name: 'Les Nuits Fictives' })).toBeVisible()
  await page.goto('/projects')
  await expect(page.getByRole('link', { name: /Les Nuits Fictives/ })).toBeVisible()
  await context.close()
})
