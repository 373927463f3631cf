// A copy of the sources to try things on, which shares the installed packages.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { root } from './step.ts'

const left = new Set(['node_modules', '.git', 'dist', 'data', 'test-results'])

/** Returns the folder of the copy; the caller removes it. */
export function copyHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'regie-house-'))
  for (const name of readdirSync(root).filter((one) => !left.has(one)))
    cpSync(join(root, name), join(house, name), {
      recursive: true,
      filter: (source) => !left.has(basename(source)),
    })
  // Installed packages by links; our own must lead into the copy.
  mkdirSync(join(house, 'node_modules/@regie'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@regie')
      symlinkSync(join(root, 'node_modules', name), join(house, 'node_modules', name))
  for (const kind of ['packages', 'apps'])
    for (const name of readdirSync(join(root, kind))) {
      symlinkSync(join(house, kind, name), join(house, 'node_modules/@regie', name))
      linkOwnPackages(join(kind, name), house)
    }
  return house
}

/** Packages that npm could not lift to the top lie in the workspace's own node_modules. */
function linkOwnPackages(workspace: string, house: string): void {
  try {
    symlinkSync(join(root, workspace, 'node_modules'), join(house, workspace, 'node_modules'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
