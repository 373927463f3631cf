import { expect, test } from '@playwright/test'

// What must hold of every page, before anything is asked of a particular one.
for (const [name, path] of [
  ['the board', '/'],
  ['the field', '/field/'],
  ['a deep link', '/clients'],
] as const)
  test(`${name} opens without a fault`, async ({ page }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('response', (answer) => {
      if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`)
    })
    await page.goto(path)
    await expect(page).toHaveTitle(/Régie/)
    await expect(page.locator('#root')).not.toBeEmpty()
    expect(faults).toEqual([])
  })

test('the reference of the API can be browsed', async ({ page }) => {
  await page.goto('/api/docs')
  await expect(page.getByText('Problem').or(page.getByText('Régie')).first()).toBeVisible()
})
