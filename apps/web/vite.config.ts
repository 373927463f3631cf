// Two products from one build: the planner's board at `/`, the technician's phone at `/field/`.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compressed, fieldApp } from './field-app.ts'

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

const navigation = readFileSync(here('src/surfaces/board/navigation.ts'), 'utf8')
const iconNames = /import \{([^}]*)\} from 'lucide-react'/.exec(navigation)?.[1] ?? ''
const iconFiles = new Set(
  iconNames
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && !name.startsWith('type '))
    .map((name) => name.replace(/([a-z])(?=[A-Z0-9])/g, '$1-').toLowerCase()),
)
const navigationIcons = (id: string): boolean => {
  const file = /lucide-react\/dist\/esm\/icons\/([\w-]+)\.m?js/.exec(id)?.[1]
  return file !== undefined && iconFiles.has(file)
}

export default defineConfig({
  root: here('.'),
  appType: 'mpa',
  plugins: [
    surfaces(),
    { ...optimizeLocales.vite({ locales: ['en-GB', 'en-US', 'fr-FR'] }), enforce: 'pre' },
    react(),
    tailwind(),
    ...fieldApp(),
    compressed(),
  ],
  server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
  preview: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: ['es2022', 'safari16.4'],
    cssTarget: ['safari16.4', 'chrome111', 'firefox128'],
    rolldownOptions: {
      input: { board: here('./index.html'), field: here('./field/index.html') },
      // The icons of the navigation as one file: each alone would be smaller than what fetching it costs.
      output: { codeSplitting: { groups: [{ name: 'navigation-icons', test: navigationIcons }] } },
    },
  },
})
