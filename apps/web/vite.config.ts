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

const base = () => ({
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
    emptyOutDir: true,
    target: ['es2022', 'safari16.4'],
    cssTarget: ['safari16.4', 'chrome111', 'firefox128'],
    rolldownOptions: { input: pages },
  },
})

/** No module takes along what it imports: that is named for itself. */
const inFewFiles = async () => ({
  groups: [{ debugName: 'beginnings', name: await beginnings(base(), pages) }],
  includeDependenciesRecursively: false,
})

export default defineConfig(async ({ command }) => {
  const { plugins, build, ...rest } = base()
  const output = command === 'build' ? { codeSplitting: await inFewFiles() } : {}
  return {
    ...rest,
    plugins: [...plugins, ...fieldApp(), verifierPage(), compressed()],
    server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
    preview: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
    build: { ...build, rolldownOptions: { input: pages, output } },
  }
})
