// Builds the web app when what it is made of has changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps/step.ts'

const web = join(root, 'apps/web')
const stamp = join(web, 'dist/.built-from')
const made = /(^|\/)(dist|node_modules)(\/|$)|\.test\.tsx?$/

/** One hash over the names and contents of all sources; some milliseconds for a few hundred files. */
function sourcesHash(): string {
  const folders = [
    web,
    ...['contract', 'seal', 'solver'].map((name) => join(root, 'packages', name)),
  ]
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .filter((file) => !made.test(file.slice(folder.length)))
      .sort())
      hash.update(entry.slice(root.length)).update(readFileSync(entry))
  return hash.digest('hex')
}

/** True when the built web app is that of the present sources. */
export const isWebBuilt = (): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()

/** Builds it in this process, which then holds the bundler in memory: a long-lived program spawns instead. */
export async function buildWeb(): Promise<void> {
  const sources = sourcesHash()
  const { build } = await import('vite')
  const config = { root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'warn' } as const
  for (const mode of ['board', 'field']) await build({ ...config, mode })
  writeFileSync(stamp, sources)
}

if (import.meta.main && !isWebBuilt()) await buildWeb()
