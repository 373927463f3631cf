// Two products from one build: the planner's board at `/`, the technician's phone at `/field/`.
import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { beginnings } from './beginnings.ts'
import { compressed, fieldApp } from './field-app.ts'
import { verifierPage } from './verifier-page.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = process.env['API_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

const fallback = (url: string) => (url.startsWith('/field') ? '/field/index.html' : '/index.html')
const isPage = (url: string) => !/^\/(api|health|metrics|@|src\/|node_modules\/)|\.\w+(\?|$)/.test(url)

/** Deep links of either product open its own page, in development as the server does it. */
const surfaces = (): Plugin => ({
  name: 'regie-surfaces',
  configureServer: (server) => {
    server.middlewares.use((request, _response, next) => {
      const url = request.url ?? '/'
      if (request.method === 'GET' && isPage(url)) request.url = fallback(url)
      next()
    })
  },
  configurePreviewServer: (server) => {
    server.middlewares.use((request, _response, next) => {
      const url = request.url ?? '/'
      if (request.method === 'GET' && isPage(url)) request.url = fallback(url)
      next()
    })
  },
})

const pages = { board: here('./index.html'), field: here('./field/index.html') }
type Surface = keyof typeof pages

const base = (input: Partial<typeof pages>) => ({
  root: here('.'),
  appType: 'mpa' as const,
  plugins: [
    surfaces(),
    { ...optimizeLocales.vite({ locales: ['en-GB', 'en-US', 'fr-FR'] }), enforce: 'pre' as const },
    react(),
    tailwind(),
  ],
  build: {
    outDir: here('./dist'),
    target: ['es2022', 'safari16.4'],
    // What a page begins with is one file; its compressed weight is measured by e2e/shell-weight.spec.ts.
    chunkSizeWarningLimit: 800,
    cssTarget: ['safari16.4', 'chrome111', 'firefox128'],
    rolldownOptions: { input },
  },
})

/** No module takes along what it imports: that is named for itself. */
const inFewFiles = async (surface: Surface) => {
  const input = { [surface]: pages[surface] }
  return {
    groups: [{ debugName: 'beginnings', name: await beginnings(base(input), surface) }],
    includeDependenciesRecursively: false,
  }
}

/** Each product is built by itself (`mode` names it), so that neither begins with what only the other needs. */
async function built(surface: Surface) {
  const { plugins, build, ...rest } = base({ [surface]: pages[surface] })
  const own = { board: [verifierPage()], field: fieldApp() }
  const { input } = build.rolldownOptions
  return {
    ...rest,
    plugins: [...plugins, ...own[surface], compressed()],
    build: {
      ...build,
      // The board is built first.
      emptyOutDir: surface === 'board',
      copyPublicDir: surface === 'board',
      rolldownOptions: { input, output: { codeSplitting: await inFewFiles(surface) } },
    },
  }
}

export default defineConfig(async ({ command, mode }) => {
  if (command === 'build') return await built(mode === 'field' ? 'field' : 'board')
  const { plugins, ...rest } = base(pages)
  const proxy = { '/api': { target: api } }
  return {
    ...rest,
    plugins: [...plugins, ...fieldApp()],
    server: { host: '127.0.0.1', proxy },
    preview: { host: '127.0.0.1', proxy },
  }
})
