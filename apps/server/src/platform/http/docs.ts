// The description of the API at /api/openapi.json, and a browsable reference at /api/docs.
import { errors } from '@regie/contract/errors'
import apiReference from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import type { Route } from './bind.ts'
import { openApi } from './open-api.ts'

/** The reference starts itself by an inline script, which only its own pages may run. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

export async function mountDocs(app: FastifyInstance, routes: readonly Route[]): Promise<void> {
  // Written down when it is first asked for: most programs are never asked.
  let text: Promise<string> | undefined
  app.get('/api/openapi.json', async (_request, reply) => {
    text ??= openApi(routes, '0.1.0').then((document) => JSON.stringify(document))
    return reply.type('application/json; charset=utf-8').send(await text)
  })
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', DOCS_POLICY)
    })
    docs.get('/api/docs/errors', async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(errorsPage()),
    )
    await docs.register(apiReference, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/openapi.json', withDefaultFonts: false, telemetry: false },
    })
  })
}

/** Where the `type` of every problem document leads: the whole catalogue on one page. */
function errorsPage(): string {
  const rows = Object.entries(errors).map(
    ([code, { status, fr, en, remedy }]) =>
      `<tr id="${code}"><td><code>${code}</code><td>${status}<td lang="en">${en}<br><small>${remedy.en}</small><td lang="fr">${fr}<br><small>${remedy.fr}</small>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Régie: errors</title>
<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem;color-scheme:light dark}td,th{text-align:left;vertical-align:top;padding:.5rem;border-top:1px solid #8886}tr:target{background:#fd06}</style>
<h1>Errors</h1><table><tr><th>code<th>status<th>English<th>français${rows.join('')}</table></html>`
}
