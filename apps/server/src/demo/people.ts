// Who may sign in to the demo: the same few people, with one password made from the installation's secret.
import { createHmac } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'
import type { Role } from '@regie/contract/roles'
import { findOrCreateUser } from '../identity/index.ts'
import type { Services } from '../platform/services.ts'

export type DemoPerson = {
  readonly email: string
  readonly name: string
  readonly role: Role
  /** What the person is, as the console tells it. */
  readonly duty: string
}

const person = (local: string, name: string, role: Role, duty: string): DemoPerson => ({
  email: `${local}@demo.regie.example`,
  name,
  role,
  duty,
})

export const owner = person('owner', 'Camille Exemple', 'owner', 'direction / owner')
export const planner = person('planner', 'Dominique Modèle', 'planner', 'planning / planner')
export const manager = person('manager', 'Alix Fictif', 'manager', 'encadrement / manager')
export const accountant = person(
  'accountant',
  'Sacha Démo',
  'accountant',
  'comptabilité / accountant',
)
export const technician = person(
  'technician',
  'Lou Exemple',
  'technician',
  'technicien / technician',
)
export const technician2 = person(
  'technician2',
  'Charlie Inventé',
  'technician',
  'technicien / technician',
)

export const everybody = [owner, planner, manager, accountant, technician, technician2] as const

/** Readable, and another one on every installation: a demo may stand on the open internet. */
export function demoPassword(secret: string): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const bytes = createHmac('sha256', secret).update('demo password').digest()
  const text = [...bytes.subarray(0, 12)].map((byte) => letters[byte % letters.length]).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/** Users are made outside of our transactions; made twice they are the same. */
export async function makeUsers(services: Services): Promise<ReadonlyMap<string, Id>> {
  const password = demoPassword(services.secret)
  const made = everybody.map(async ({ email, name }) => {
    const { userId } = await findOrCreateUser(services, { email, name, password })
    return [email, userId] as const
  })
  return new Map(await Promise.all(made))
}

/** What whoever started the program reads. */
export function demoNotes(secret: string): string[] {
  const width = Math.max(...everybody.map(({ email }) => email.length))
  return [
    '',
    'Démonstration / demo. Connectez-vous avec / sign in with:',
    ...everybody.map(({ email, duty }) => `  ${email.padEnd(width)}  ${duty}`),
    `  mot de passe / password: ${demoPassword(secret)}`,
    '  (DEMO=off pour commencer avec une base vide / to start empty)',
  ]
}
