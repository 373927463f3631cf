// `npm start`: the web app built from the present sources, then the program.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isWebBuilt } from './build-web.ts'
import { root } from './steps/step.ts'

if (!isWebBuilt()) {
  console.error('Building the web app …')
  // Apart, so that the bundler's memory is gone when the program runs.
  const built = spawnSync(process.execPath, [join(root, 'tools/build-web.ts')], {
    stdio: 'inherit',
  })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
await import('../apps/server/src/main.ts')
