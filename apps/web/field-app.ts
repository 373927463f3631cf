// The technician's product as an app: what it needs to open without network, and everything once more compressed.
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Letters of our two languages; other alphabets are fetched where there is a network. */
const LETTERS = /^assets\/inter-latin-(ext-)?wght-.*\.woff2$/

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

/**
 * Tells Chromium's engine to compile everything in the file at once, beside the page's own work, and to keep it: one
 * function at a time while the list is drawn takes the phone a quarter of a second. To others it is a comment.
 */
const COMPILE_ALL = '//# allFunctionsCalledOnLoad\n'

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
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && chunk.name === 'field-begins')
            chunk.code = COMPILE_ALL + chunk.code
        const assets = Object.values(bundle)
          .filter(({ type, fileName }) => type === 'chunk' || /\.css$/.test(fileName) || LETTERS.test(fileName))
          .map(({ fileName }) => `/${fileName}`)
        const files = [PAGE, '/mark.svg', ...assets.sort()]
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
    const names = new Set(await readdir(folder))
    for (const name of names)
      if (/\.(js|css|wasm)$/.test(name) && !names.has(`${name}.br`))
        await compressFile(path.join(folder, name))
  },
})
