// People who sign in to a test program and call it, each from a browser of their own.
import { organizationDraft, type Session } from '@regie/contract/identity'
import type { Id } from '@regie/contract/kernel'
import type { Role } from '@regie/contract/roles'
import { addMember, createOrganization, findOrCreateUser } from '../identity/index.ts'
import { type Actor, program as theProgram } from '../platform/actor.ts'
import { newId } from '../platform/clock.ts'
import type { TestProgram } from './program.ts'

export const PASSWORD = 'mot de passe de test'

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of whatever shape
type Body = any
export type Answer = { readonly status: number; readonly body: Body; readonly headers: Headers }
type Extra = { readonly headers?: Readonly<Record<string, string>> }

/** A browser: keeps its cookies, sends JSON (a Blob as it is), follows nothing. */
export type Client = {
  get(path: string, extra?: Extra): Promise<Answer>
  post(path: string, body?: unknown, extra?: Extra): Promise<Answer>
  patch(path: string, body?: unknown, extra?: Extra): Promise<Answer>
  put(path: string, body?: unknown, extra?: Extra): Promise<Answer>
  delete(path: string, body?: unknown, extra?: Extra): Promise<Answer>
  /** What it sends as `cookie`, e.g. to open a live stream by hand. */
  cookie(): string
}

const typeOf = (body: unknown): string =>
  body instanceof Blob ? 'application/octet-stream' : 'application/json'

export function aBrowser({ address }: Pick<TestProgram, 'address'>): Client {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async (method: string, path: string, body: unknown, extra: Extra = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(jar.size ? { cookie: cookie() } : {}),
        ...(body === undefined ? {} : { 'content-type': typeOf(body) }),
        ...extra.headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) keep(jar, line)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') && text !== ''
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      headers: response.headers,
    }
  }
  return {
    get: (path, extra) => send('GET', path, undefined, extra),
    post: (path, body, extra) => send('POST', path, body, extra),
    patch: (path, body, extra) => send('PATCH', path, body, extra),
    put: (path, body, extra) => send('PUT', path, body, extra),
    delete: (path, body, extra) => send('DELETE', path, body, extra),
    cookie,
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/; */)
  const name = pair.slice(0, pair.indexOf('='))
  if (attributes.some((one) => /^max-age=0$/i.test(one))) jar.delete(name)
  else jar.set(name, pair.slice(name.length + 1))
}

let people = 0

/** An organisation with its owner; nobody is signed in yet. */
export async function anOrganization(
  program: TestProgram,
  { name = 'Exemple SARL' }: { name?: string } = {},
): Promise<{ organizationId: Id; owner: Actor }> {
  const { services } = program
  const actor = theProgram(newId(services.clock()), 'test')
  const person = await aUser(program, 'owner', undefined)
  const founding = { draft: organizationDraft.parse({ name }), owner: person }
  const { id } = await services.work.act(actor, createOrganization, founding)
  return {
    organizationId: actor.organizationId,
    owner: toActor(actor.organizationId, id, 'owner', person.name),
  }
}

/** A member of an organisation (a new one, when left out), as commands know them. */
export async function anActor(
  program: TestProgram,
  role: Role,
  options: { organizationId?: Id; technicianId?: Id | null } = {},
): Promise<Actor & { memberId: Id; email: string }> {
  const { services } = program
  const organizationId =
    options.organizationId ?? (await anOrganization(program)).owner.organizationId
  const technicianId = options.technicianId ?? null
  const person = await aUser(program, role, PASSWORD)
  const { id } = await services.work.act(theProgram(organizationId, 'test'), addMember, {
    ...person,
    role,
    technicianId,
  })
  return { ...toActor(organizationId, id, role, person.name), technicianId, email: person.email }
}

/** A member who is signed in, in a browser of their own. */
export async function signIn(
  program: TestProgram,
  role: Role,
  options: { organizationId?: Id; technicianId?: Id | null } = {},
): Promise<Client & { actor: Actor & { memberId: Id; email: string }; session: Session }> {
  const actor = await anActor(program, role, options)
  const browser = aBrowser(program)
  const { status, body } = await browser.post('/api/sign-in', {
    email: actor.email,
    password: PASSWORD,
  })
  if (status !== 200) throw new Error(`could not sign in: ${JSON.stringify(body)}`)
  return { ...browser, actor, session: body as Session }
}

async function aUser({ services }: TestProgram, role: Role, password: string | undefined) {
  const number = ++people
  const name = `Test ${role} ${number}`
  const email = `${role}${number}@exemple.fr`
  const { userId } = await findOrCreateUser(services, { email, name, password })
  return { userId, name, email }
}

const toActor = (
  organizationId: Id,
  memberId: Id,
  role: Role,
  name: string,
): Actor & { memberId: Id } => ({
  organizationId,
  memberId,
  name,
  role,
  technicianId: null,
  language: 'fr',
  timeZone: 'Europe/Paris',
})
