// Three kinds of tests, by what they need: nothing, a PostgreSQL, or a document to render into.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Files share their worker: loading the modules again for each of them would take most of the time.
const shared = { isolate: false, testTimeout: 90_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    // On two cores Vitest would take one; much of the time goes into waiting for PostgreSQL and for other processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: { ...shared, name: 'packages', include: ['packages/**/*.test.ts'] },
      },
      {
        test: {
          ...shared,
          name: 'server',
          globalSetup: ['apps/server/src/testing/global-setup.ts'],
          include: ['apps/server/**/*.test.ts', 'tools/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'web',
          include: ['apps/web/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
        },
      },
    ],
  },
})
