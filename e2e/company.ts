// A small company for the browser tests, made through the API: what a test is not about is not clicked.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  test,
} from '@playwright/test'

const owner = {
  name: 'Camille Exemple',
  email: 'camille@exemple.test',
  password: 'un mot de passe pour les tests',
}

type Json = Record<string, unknown>

/** The program that this test runs on. */
export const address = (): string => test.info().project.use.baseURL ?? ''

/** Calls the API as whoever the request context is signed in as; a refusal fails the test with its words. */
export const ask = async <T = Json>(
  request: APIRequestContext,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: Json,
): Promise<T> => {
  const answer = await request.fetch(`${address()}${path}`, {
    method,
    headers: { origin: address(), 'idempotency-key': randomUUID() },
    ...(body ? { data: body } : {}),
  })
  const text = await answer.text()
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`)
  return (text ? JSON.parse(text) : null) as T
}

/** Signs in as the owner; the first caller founds the organisation. */
export const signInOwner = async (request: APIRequestContext): Promise<void> => {
  const { needed } = await ask<{ needed: boolean }>(request, 'GET', '/api/setup')
  if (needed) {
    await ask(request, 'POST', '/api/setup', {
      organization: { name: 'Bassins Exemple' },
      owner,
    })
  } else {
    const { email, password } = owner
    await ask(request, 'POST', '/api/sign-in', { email, password })
  }
}

/** A window of its own, signed in as the owner, in French. */
export const ownerWindow = async (
  browser: Browser,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await signInOwner(context.request)
  return { context, page: await context.newPage() }
}

type Row = { readonly id: string }

export type Crew = {
  readonly skillId: string
  readonly clientId: string
  readonly technicians: readonly (Row & { readonly name: string })[]
}

/** Technicians named `<tag> Ana`, `<tag> Ben`, …; the last one lacks the skill. */
export const hire = async (
  request: APIRequestContext,
  tag: string,
  names: readonly string[],
): Promise<Crew> => {
  const skill = await ask<Row>(request, 'POST', '/api/skills', {
    code: `${tag.slice(0, 8).toUpperCase()}${randomUUID().slice(0, 6).toUpperCase()}`,
    name: `Eau ${tag}`,
  })
  const client = await ask<Row>(request, 'POST', '/api/clients', { name: `Ville ${tag}` })
  const technicians: { id: string; name: string }[] = []
  for (const [rank, one] of names.entries()) {
    const name = `${tag} ${one}`
    const { id } = await ask<Row>(request, 'POST', '/api/technicians', {
      name,
      email: `${tag}.${rank}@exemple.test`.toLowerCase(),
      skills: rank < names.length - 1 ? [{ skillId: skill.id, level: 2 }] : [],
      homePosition: { latitude: 48.85, longitude: 2.3 + rank * 0.02 },
    })
    technicians.push({ id, name })
  }
  return { skillId: skill.id, clientId: client.id, technicians }
}

export type Order = Row & { readonly positionId: string; readonly siteName: string }

/** A work order of one hour at a site of its own, that asks for the crew's skill. */
export const order = async (
  request: APIRequestContext,
  crew: Crew,
  siteName: string,
  more: Json = {},
): Promise<Order> => {
  const site = await ask<Row>(request, 'POST', '/api/sites', {
    clientId: crew.clientId,
    name: siteName,
    address: { city: 'Paris' },
    position: { latitude: 48.86, longitude: 2.33 },
  })
  const made = await ask<Row & { positions: { positionIds: string[] }[] }>(
    request,
    'POST',
    '/api/work-orders',
    {
      siteId: site.id,
      title: 'Contrôle',
      durationMinutes: 60,
      skills: [{ skillId: crew.skillId, level: 1 }],
      ...more,
    },
  )
  return { id: made.id, positionId: made.positions[0]?.positionIds[0] ?? '', siteName }
}

const base64Block = /(?:^[\w+/=]{60,}\r?\n)+(?:[\w+/=]+\r?\n?)?/gm

/** What a letter says, whichever way its lines were packed for the road. */
const unpack = (letter: string): string =>
  letter
    .replace(base64Block, (block) => Buffer.from(block, 'base64').toString('utf8'))
    .replaceAll('=\r\n', '')
    .replaceAll('=3D', '=')

/** The link that the newest letter to somebody holds, by what stands in it; fails while no such letter came. */
export const linkTo = (email: string, path: string): string => {
  const folder = process.env.REGIE_MAIL ?? ''
  const letters = readdirSync(folder).filter((name) => name.includes(email))
  for (const name of letters.sort().reverse()) {
    const link = unpack(readFileSync(join(folder, name), 'utf8')).match(/https?:\/\/[^\s"<>]+/g)
    const found = link?.find((one) => one.includes(path))
    if (found) return found
  }
  throw new Error(`no letter to ${email} leads to ${path}`)
}

/** A window of a planner who was invited and has come in. */
export const plannerWindow = async (
  browser: Browser,
  office: APIRequestContext,
  name: string,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const email = `${name.replace(/\W+/g, '.')}@exemple.test`.toLowerCase()
  await ask(office, 'POST', '/api/invitations', { email, name, role: 'planner' })
  await expect(() => linkTo(email, '/invitation')).toPass()
  const token = new URL(linkTo(email, '/invitation')).searchParams.get('token')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const password = 'un mot de passe de planificateur'
  await ask(context.request, 'POST', '/api/invitations/accept', { token, name, password })
  return { context, page: await context.newPage() }
}
