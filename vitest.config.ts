// Three kinds of tests, by what they need: nothing, a PostgreSQL, or a document to render into.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Files share their worker: loading the modules again for each of them would take most of the time.
// A busy machine is no fault: what is waited for may come late.
const shared = {
  isolate: false,
  testTimeout: 90_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
}

/** What waits longest for other programs: begun first, so that others fill the time. */
const LONGEST = [
  'planning/killed-run',
  'planning/big-runs',
  'notifications/killed-worker',
  'planning/runs',
  'src/own-database',
  'src/main',
  'tools/new-module',
  'src/cli',
  'db/embedded-postgres',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? LONGEST.length : at
    }
    const sorted = await super.sort(files)
    // Within their project: projects follow each other.
    return [...Map.groupBy(sorted, ({ project }) => project.name).values()].flatMap((own) =>
      own.toSorted((a, b) => rank(a) - rank(b)),
    )
  }
}

export default defineConfig({
  test: {
    // On two cores Vitest would take one; much of the time goes into waiting for PostgreSQL and for other processes.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
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
