// A module's tables live in its own PostgreSQL schema. Only its own folder may name that schema in SQL, save for the
// views `v_*` which a lower module publishes to those above it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listedModules } from './steps/listed-modules.ts'
import { root } from './steps/step.ts'

/** A place where a module's SQL names what is not its own. */
export type Trespass = {
  readonly file: string
  readonly line: number
  readonly named: string
  readonly reason: string
}

const schemaOf = (module: string): string => module.replaceAll('-', '_')

/** Finds the trespasses in one file of `module`; `modules` in the order of the floor plan. */
export function trespasses(
  file: string,
  text: string,
  module: string,
  modules: readonly string[],
): Trespass[] {
  const owners = new Map(modules.map((name) => [schemaOf(name), name]))
  const schemas = [...owners.keys()].join('|')
  const words = 'from|join|into|update|table|references|view|call|on'
  // `on a.b = …` compares columns of an alias; `on a.b` in an index, a policy or a grant names a table.
  const naming = new RegExp(
    `\\b(?:${words})\\s+(?:(?:only|if exists)\\s+)?(${schemas})\\.(\\w+)(?!\\w|\\s*[=<>])`,
    'gi',
  )
  const found: Trespass[] = []
  for (const match of text.matchAll(naming)) {
    const [, schema = '', table = ''] = match
    const owner = owners.get(schema.toLowerCase())
    if (owner === undefined || owner === module) continue
    const isBelow = modules.indexOf(owner) < modules.indexOf(module)
    if (table.startsWith('v_') && isBelow) continue
    found.push({
      file,
      line: text.slice(0, match.index).split('\n').length,
      named: `${schema}.${table}`,
      reason: table.startsWith('v_')
        ? `${owner} stands above ${module}`
        : `it belongs to ${owner}; ask through its front door or a view v_*`,
    })
  }
  return found
}

/** Every SQL and TypeScript file of the modules in `server`, tests left out: they may look behind the scenes. */
export function allTrespasses(server: string, modules: readonly string[]): Trespass[] {
  return modules.flatMap((module) =>
    readdirSync(join(server, module), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|sql)$/.test(file) && !file.endsWith('.test.ts'))
      .flatMap((file) => {
        const text = readFileSync(join(server, module, file), 'utf8')
        return trespasses(`${module}/${file}`, text, module, modules)
      }),
  )
}

if (import.meta.main) {
  const found = allTrespasses(join(root, 'apps/server/src'), listedModules())
  for (const { file, line, named, reason } of found)
    console.error(`${file}:${line} names ${named}: ${reason}`)
  process.exitCode = found.length > 0 ? 1 : 0
}
