// The technician's product as an app: what it needs to open without network, and everything once more compressed.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

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

/** Beside the chunks: the page, what runs before the first paint, and the letters of our two languages. */
const BESIDES = /^(field\/index\.html|first-paint\.js|mark\.svg|assets\/inter-latin-(ext-)?wght-.*)$/

/** Precaches the phone's files and no others; a new version waits until it is asked for. */
export function fieldApp(): Plugin[] {
  let own = new Set<string>()
  const look: Plugin = {
    name: 'regie-field-files',
    apply: 'build',
    generateBundle: (_options, bundle) => {
      own = reachable(bundle)
    },
  }
  const worker = VitePWA({
    strategies: 'generateSW',
    registerType: 'prompt',
    injectRegister: false,
    manifest: false,
    filename: 'field/sw.js',
    scope: '/field/',
    workbox: {
      globPatterns: ['field/index.html', 'assets/**/*.{js,css,woff2}', 'first-paint.js', 'mark.svg'],
      manifestTransforms: [
        (entries) => ({
          manifest: entries
            .filter(({ url }) => own.has(url) || BESIDES.test(url))
            .map((entry) => ({ ...entry, url: `/${entry.url}` })),
        }),
      ],
      dontCacheBustURLsMatching: /assets\//,
      navigateFallback: '/field/index.html',
      navigateFallbackAllowlist: [/^\/field(\/|$)/],
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      inlineWorkboxRuntime: true,
      importScripts: ['/field-push.js'],
      sourcemap: false,
    },
  })
  return [look, ...worker]
}

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
