// `npm run new-module parking-lots [parking-lot]`: a new capability that works: contract, server, web, and its lines in
// the floor plan and the router. Removing a capability is the reverse.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contractFile } from './new-module/contract-file.ts'
import { type Naming, namingOf } from './new-module/naming.ts'
import { serverFiles } from './new-module/server-files.ts'
import { webFiles } from './new-module/web-files.ts'
import { root } from './steps/step.ts'

const floorPlan = 'apps/server/src/modules.ts'
const router = 'apps/web/src/surfaces/board/router.tsx'
const sentences = 'packages/contract/src/permissions.ts'

/** Adds an import after the last one and an entry at the end of a one-line or broken list. */
function withEntry(text: string, list: RegExp, importLine: string, entry: string): string {
  const imports = [...text.matchAll(/^(import .*|} from .*)$/gm)].at(-1)
  const found = list.exec(text)
  if (imports === undefined || found?.[1] === undefined)
    throw new Error(`the list ${list} is not where it was; add by hand: ${importLine} and ${entry}`)
  const from = found.index + found[0].lastIndexOf('[') + 1
  const until = found.index + found[0].length
  const items = found[1].trim().replace(/,$/, '')
  const listed = `${items === '' ? '' : `${items}, `}${entry}`
  const changed = `${text.slice(0, from)}${listed}]${text.slice(until)}`
  const end = imports.index + imports[0].length
  return `${changed.slice(0, end)}\n${importLine}${changed.slice(end)}`
}

/** Says what the new permissions allow: a test refuses those that nobody can read. */
function withSentences(text: string, { module, title }: Naming): string {
  const end = text.lastIndexOf('}')
  const what = title.toLowerCase()
  return `${text.slice(0, end)}  '${module}.read': sentence('Voir : ${what}', 'See ${what}'),
  '${module}.write': sentence('Créer et modifier : ${what}', 'Create and change ${what}'),
${text.slice(end)}`
}

function newFiles(naming: Naming): ReadonlyMap<string, string> {
  const { module } = naming
  const files = new Map([[`packages/contract/src/${module}.ts`, contractFile(naming)]])
  for (const [path, text] of serverFiles(naming))
    files.set(`apps/server/src/${module}/${path}`, text)
  for (const [path, text] of webFiles(naming)) files.set(`apps/web/src/${module}/${path}`, text)
  return files
}

function changedFiles(naming: Naming): ReadonlyMap<string, string> {
  const { module, moduleCamel } = naming
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  const serverImport = `import { ${moduleCamel} } from './${module}/index.ts'`
  const webImport = `import { ${moduleCamel}Screens } from '../../${module}/index.ts'`
  return new Map([
    [sentences, withSentences(read(sentences), naming)],
    [
      floorPlan,
      withEntry(read(floorPlan), /modules\b[^=]*= \[([^\]]*)\]/, serverImport, moduleCamel),
    ],
    [
      router,
      withEntry(
        read(router),
        /const screens\b[^=]*= \[([^\]]*)\]/,
        webImport,
        `...${moduleCamel}Screens`,
      ),
    ],
  ])
}

/** Writes the capability; throws before the first file when one of them is there already. */
function writeModule(naming: Naming): string[] {
  const made = newFiles(naming)
  const taken = [...made.keys()].filter((file) => existsSync(join(root, file)))
  if (taken.length > 0) throw new Error(`There already is: ${taken.join(', ')}`)
  const all = new Map([...made, ...changedFiles(naming)])
  for (const [file, text] of all) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const typescript = [...all.keys()].filter((file) => /\.tsx?$/.test(file))
  const biome = join(root, 'node_modules/.bin/biome')
  const formatted = spawnSync(biome, ['check', '--write', ...typescript], {
    cwd: root,
    encoding: 'utf8',
  })
  if (formatted.status !== 0) throw new Error(formatted.stderr)
  return [...all.keys()]
}

const [module, noun] = process.argv.slice(2)
try {
  if (module === undefined)
    throw new Error(
      'Which capability? npm run new-module NAME [NOUN], such as: parking-lots parking-lot',
    )
  for (const file of writeModule(namingOf(module, noun))) console.log(file)
  console.log('Next: npm run generate, then the words, the fields and the rules that are yours.')
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
