// Serves the built web app: hashed files for ever, pages never cached, unknown paths to the right page.
import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { fail } from '../errors.ts'
import { answerProblem } from './problems.ts'

/** Each product's page and the path it lives under. The last one takes what is left. */
const PAGES = [
  { under: '/field', file: 'field/index.html' },
  { under: '/portal', file: 'portal/index.html' },
  { under: '', file: 'index.html' },
]

export async function mountWebApp(app: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(path.join(directory, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    setHeaders: (reply, file) =>
      reply.header(
        'cache-control',
        /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  })
  app.setNotFoundHandler((request, reply) => {
    const pathname = request.url.split('?')[0] ?? '/'
    if (request.method !== 'GET' || pathname.startsWith('/api/') || /\.\w{1,8}$/.test(pathname))
      return answerProblem(fail('route_not_found'), request, reply)
    const page = PAGES.find(
      ({ under, file }) =>
        (pathname === under || pathname.startsWith(`${under}/`)) &&
        existsSync(path.join(directory, file)),
    )
    return reply.sendFile(page?.file ?? 'index.html')
  })
}
