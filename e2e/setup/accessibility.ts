// What axe finds on a page, in words that name the element.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; help: string; nodes: { target: string[] }[] }
type Axe = { run: (context: unknown, options: unknown) => Promise<{ violations: Violation[] }> }

/** Violations of WCAG 2.2 A and AA; empty when there is none. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { axe: runner } = globalThis as unknown as { axe: Axe }
    // React Aria's announcer leaves behind what it said, named by elements that have gone since.
    const context = { exclude: [['[data-live-announcer]']] }
    return (await runner.run(context, { runOnly: tags })).violations
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
  )
}

/** Fails when the page, once it has settled, shuts somebody out. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect.poll(() => accessibilityFaults(page), { timeout: 15_000 }).toEqual([])
}
