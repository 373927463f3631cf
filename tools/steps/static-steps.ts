// The checks that run nothing: format and lint, types, walls, table ownership, dead code.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, type Step } from './step.ts'

const typed = ['.', 'packages/solver', 'apps/web'].filter((folder) =>
  existsSync(join(root, folder, 'tsconfig.json')),
)

export const staticSteps: readonly Step[] = [
  {
    name: 'format and lint',
    command: ['biome', 'ci', '--colors=off', '--max-diagnostics=200', '--error-on-warnings', '.'],
  },
  // One checker: each of several works the shared types out anew, and the cores have other steps to run.
  ...typed.map(
    (folder): Step => ({
      name: `types of ${folder}`,
      command: ['tsc', '-p', folder, '--checkers', '1'],
    }),
  ),
  {
    name: 'walls',
    command: ['depcruise', 'packages', 'apps', '--config', '.dependency-cruiser.mjs'],
  },
  { name: 'table ownership', command: ['node', 'tools/table-ownership.ts'] },
  { name: 'dead code', command: ['knip'] },
]
