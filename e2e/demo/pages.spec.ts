import { expect, test } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { desk, enterDemo, phone } from '../setup/people.ts'

// What must hold of every page, before anything is asked of a particular one.
const pages = [
  { path: '/', who: 'nobody', viewport: desk },
  { path: '/field/', who: 'nobody', viewport: phone },
  { path: '/planning', who: 'planner', viewport: desk },
  { path: '/planning?list=true', who: 'planner', viewport: desk },
  { path: '/clients', who: 'planner', viewport: desk },
  { path: '/sites', who: 'planner', viewport: desk },
  { path: '/technicians', who: 'planner', viewport: desk },
  { path: '/technicians/new', who: 'planner', viewport: desk },
  { path: '/catalog', who: 'planner', viewport: desk },
  { path: '/projects', who: 'planner', viewport: desk },
  { path: '/crew-templates', who: 'planner', viewport: desk },
  { path: '/work-orders', who: 'planner', viewport: desk },
  { path: '/work-orders', who: 'planner', viewport: phone },
  { path: '/work-orders/new', who: 'planner', viewport: desk },
  { path: '/settings', who: 'owner', viewport: desk },
  { path: '/team', who: 'owner', viewport: desk },
  { path: '/field/', who: 'technician', viewport: phone },
  { path: '/field/week', who: 'technician', viewport: phone },
]

for (const { path, who, viewport } of pages)
  test(`${path} opens for ${who} at ${viewport.width} px, without a fault, for everybody`, async ({
    browser,
  }) => {
    const { page, faults, context } = await enterDemo(browser, who, path, viewport)
    await expect(page).toHaveTitle(/Régie/)
    await expect(page.locator('#root')).not.toBeEmpty()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    // High enough for all of it: what a bar covers just now is reached by scrolling, and is no small target.
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
    await page.setViewportSize({ ...viewport, height: height + 100 })
    await expectAccessible(page)
    expect(faults).toEqual([])
    await context.close()
  })

test('the reference of the API can be browsed', async ({ page }) => {
  await page.goto('/api/docs')
  await expect(page.getByRole('heading', { name: 'Régie' }).first()).toBeVisible({
    timeout: 30_000,
  })
})
