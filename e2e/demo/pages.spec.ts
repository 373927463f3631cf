import { expect, test } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { desk, enterDemo, phone } from '../setup/people.ts'

// What must hold of every page, before anything is asked of a particular one.
const looks = [
  { who: 'nobody', viewport: desk, paths: ['/'] },
  { who: 'nobody', viewport: phone, paths: ['/field/'] },
  {
    who: 'planner',
    viewport: desk,
    paths: [
      '/planning',
      '/planning?list=true',
      '/clients',
      '/sites',
      '/technicians',
      '/technicians/new',
      '/catalog',
      '/projects',
    ],
  },
  {
    who: 'planner',
    viewport: desk,
    paths: [
      '/crew-templates',
      '/work-orders',
      '/work-orders/new',
      '/contracts',
      '/equipment',
      '/availability',
      '/relief',
      '/clients-word',
      '/reports',
      '/hours',
    ],
  },
  { who: 'planner', viewport: phone, paths: ['/work-orders', '/planning/print'] },
  { who: 'owner', viewport: desk, paths: ['/settings', '/team', '/notifications'] },
  { who: 'technician', viewport: phone, paths: ['/field/', '/field/week', '/field/me'] },
] as const

for (const { who, viewport, paths } of looks)
  test(`${paths.join(', ')} open for ${who} at ${viewport.width} px, without a fault, for everybody`, async ({
    browser,
  }) => {
    const { page, faults, context, asking } = await enterDemo(browser, who, paths[0], viewport)
    for (const path of paths)
      await test.step(path, async () => {
        if (path !== paths[0]) {
          await page.setViewportSize(viewport)
          await page.goto(path)
        }
        await expect(page).toHaveTitle(/Régie/)
        await expect(page.locator('#root')).not.toBeEmpty()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        // What is read with the answers is looked at, too.
        await expect.poll(asking).toBe(0)
        // High enough for all of it: what a bar covers just now is reached by scrolling, and is no small target.
        const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
        await page.setViewportSize({ ...viewport, height: height + 100 })
        await expectAccessible(page)
        expect(faults).toEqual([])
      })
    await context.close()
  })

test('the reference of the API can be browsed', async ({ page }) => {
  await page.goto('/api/docs')
  await expect(page.getByRole('heading', { name: 'Régie' }).first()).toBeVisible({
    timeout: 30_000,
  })
})
