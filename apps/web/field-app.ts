// The technician's product as an app: what it needs to open without network, and everything once more compressed.
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

type Bundle = Rollup.OutputBundle

/** Every chunk the phone's page reaches, now or later, with its styles. */
function reachable(bundle: Bundle): Set<string> {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const entry = chunks.find(({ isEntry, facadeModuleId }) =>
    isEntry ? facadeModuleId?.endsWith('/field/index.html') : false,
  )
  const found = new Set<string>()
  const waiting = entry ? [entry.fileName] : []
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue
    found.add(name)
    const one = bundle[name]
    if (one?.type !== 'chunk') continue
    waiting.push(...one.imports, ...one.dynamicImports)
    for (const style of one.viteMetadata?.importedCss ?? []) found.add(style)
  }
  return found
}

/** Beside the chunks: what the page shows before them, and the letters of our two languages. */
const BESIDES = /^assets\/inter-latin-(ext-)?wght-.*\.woff2$/

/** The worker asks the server for the page by its address, as the browser will. */
const PAGE = '/field/'

const read = (name: string): Promise<string> => readFile(path.join(import.meta.dirname, name), 'utf8')

/** The service worker with the phone's files and no others; a new version waits until it is asked for. */
async function worker(files: readonly string[], page: string): Promise<string> {
  const source = await read('field/worker.js')
  const version = createHash('sha256').update(JSON.stringify([files, page, source])).digest('hex')
  return [
    `const VERSION = ${JSON.stringify(version.slice(0, 16))}`,
    `const FILES = ${JSON.stringify(files)}`,
    "importScripts('/field-push.js')",
    source,
  ].join('\n')
}

/** The technician's app: one page that begins by itself, and a worker that knows all of its files. */
export const fieldApp = (): Plugin[] => [
  {
    name: 'regie-field-begins',
    // Fetched by themselves they would be two more things that a start waits for.
    transformIndexHtml: async (html, { path: page }) => {
      if (!page.startsWith('/field/')) return html
      const first = `${await read('public/first-paint.js')}${await read('field/begin.js')}`
      const told = first.replaceAll(/^\s*\/\/.*\n/gm, '')
      return html.replace('<script src="/first-paint.js"></script>', () => `<script>\n${told}</script>`)
    },
  },
  {
    name: 'regie-field-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['field/index.html']
        if (page?.type !== 'asset') throw new Error('the build has no page for the phone')
        const own = reachable(bundle)
        const assets = Object.keys(bundle).filter((name) => own.has(name) || BESIDES.test(name))
        const files = [PAGE, '/mark.svg', ...assets.map((name) => `/${name}`).sort()]
        const source = await worker(files, String(page.source))
        this.emitFile({ type: 'asset', fileName: 'field/sw.js', source })
      },
    },
  },
]

const WORTH_IT = 1_400
const zip = promisify(gzip)
const brotli = promisify(brotliCompress)
const THOROUGH = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < WORTH_IT) return
  await writeFile(`${file}.br`, await brotli(content, THOROUGH))
  await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
}

/** Hashed files travel as they were compressed here, once. */
export const compressed = (): Plugin => ({
  name: 'regie-compressed',
  apply: 'build',
  enforce: 'post',
  writeBundle: async ({ dir }) => {
    const folder = path.join(dir ?? '', 'assets')
    for (const name of await readdir(folder))
      if (/\.(js|css|wasm)$/.test(name)) await compressFile(path.join(folder, name))
  },
})
