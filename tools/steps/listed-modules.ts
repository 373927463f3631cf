// The floor plan as it is written in modules.ts, read as text: the tools must not run the program to know it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './step.ts'

/** Names of the modules, lowest floor first, as their folders are called. */
export function listedModules(): string[] {
  const text = readFileSync(join(root, 'apps/server/src/modules.ts'), 'utf8')
  const list = /modules\b[^=]*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? ''
  const names = list
    .replaceAll(/\/\/.*/g, '')
    .split(',')
    .map((name) => name.trim().replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    .filter(Boolean)
  if (names.length === 0) throw new Error('modules.ts lists no modules')
  return names
}
