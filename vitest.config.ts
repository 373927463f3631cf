// Three kinds of tests, by what they need: nothing, a PostgreSQL, or a document to render into.
import { defineConfig } from 'vitest/config'

// Files share their worker: loading the modules again for each of them would take most of the time.
const shared = { isolate: false, testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
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
