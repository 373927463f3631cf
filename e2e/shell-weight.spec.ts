// What a first visit must load before anything shows: the budget of the shells, compressed.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const built = resolve(import.meta.dirname, '../apps/web/dist')
const budgetBytes = 160_000

for (const page of ['index.html', 'field/index.html']) {
  test(`the shell of ${page} weighs at most 160 kB`, () => {
    const html = readFileSync(join(built, page), 'utf8')
    const scripts = [...html.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '')
    expect(scripts.length).toBeGreaterThan(0)
    const bytes = scripts.reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(built, path))).length,
      0,
    )
    expect(bytes).toBeLessThanOrEqual(budgetBytes)
  })
}
