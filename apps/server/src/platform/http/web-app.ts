// Serves the built web app: hashed files for ever, pages never cached, unknown paths to the right page.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { fail } from '../errors.ts'
import { answerProblem } from './problems.ts'

/** Each product's page and the path it lives under. The last one takes what is left. */
const PAGES = [
  { under: '/field', file: 'field/index.html' },
  { under: '/portal', file: 'portal/index.html' },
  { under: '', file: 'index.html' },
]

/** The one worker that runs WebAssembly: pages may not, and it may do nothing else but fetch its own. */
const DRAWS_PDF = /[\\/]pdf-page-worker-[\w-]+\.js(\.\w+)?$/
const MAY_RUN_WASM =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src blob:"

const INLINE_SCRIPT = /<script(?: type="module")?>([\s\S]*?)<\/script>/g

export async function mountWebApp(app: FastifyInstance, directory: string): Promise<void> {
  const isBuilt = existsSync(path.join(directory, 'index.html'))
  app.setNotFoundHandler((request, reply) => {
    const pathname = request.url.split('?')[0] ?? '/'
    const page = isBuilt && request.method === 'GET' ? pageFor(pathname, directory) : undefined
    return page ? reply.sendFile(page) : answerProblem(fail('route_not_found'), request, reply)
  })
  if (!isBuilt) return
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    preCompressed: true,
    index: false,
    setHeaders: (reply, file) => {
      if (DRAWS_PDF.test(file)) reply.header('content-security-policy', MAY_RUN_WASM)
      if (file.endsWith('.html')) allowOwnScripts(reply, file)
      reply.header(
        'cache-control',
        /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
}

/** What a page runs before its files are there stands in it: these very words may run, and no others. */
function allowOwnScripts(reply: Pick<FastifyReply, 'header' | 'getHeader'>, file: string): void {
  const policy = reply.getHeader('content-security-policy')
  const hashes = [...readFileSync(file, 'utf8').matchAll(INLINE_SCRIPT)].map(
    ([, words = '']) => `'sha256-${createHash('sha256').update(words).digest('base64')}'`,
  )
  if (typeof policy !== 'string' || hashes.length === 0) return
  const allowed = policy.replace("script-src 'self'", ["script-src 'self'", ...hashes].join(' '))
  reply.header('content-security-policy', allowed)
}

/** The page of the product a path belongs to; undefined for the API and for files that do not exist. */
const pageFor = (pathname: string, directory: string): string | undefined =>
  pathname.startsWith('/api/') || /\.\w{1,8}$/.test(pathname)
    ? undefined
    : PAGES.find(
        ({ under, file }) =>
          (pathname === under || pathname.startsWith(`${under}/`)) &&
          existsSync(path.join(directory, file)),
      )?.file
