// What both organisations of the demo begin with: themselves, their members, their priorities.
import { organizationDraft } from '@regie/contract/identity'
import type { Id } from '@regie/contract/kernel'
import type { z } from 'zod'
import { createPriority } from '../catalog/index.ts'
import { addMember, createOrganization } from '../identity/index.ts'
import { program } from '../platform/actor.ts'
import type { Tx } from '../platform/work.ts'
import type { DemoPerson } from './people.ts'
import { owner } from './people.ts'

export type Users = ReadonlyMap<string, Id>

export const demoActor = (organizationId: Id) => program(organizationId, 'Démonstration')

const userOf = (users: Users, { email }: DemoPerson): Id => {
  const userId = users.get(email)
  if (!userId) throw new Error(`no user ${email}`)
  return userId
}

export async function foundOrganization(
  tx: Tx,
  draft: z.input<typeof organizationDraft>,
  users: Users,
): Promise<void> {
  const { email, name: ownerName } = owner
  await createOrganization.run(tx, {
    draft: organizationDraft.parse(draft),
    owner: { userId: userOf(users, owner), name: ownerName, email },
  })
}

export async function addPerson(
  tx: Tx,
  users: Users,
  person: DemoPerson,
  technicianId: Id | null = null,
): Promise<void> {
  const { name, email, role } = person
  await addMember.run(tx, { userId: userOf(users, person), name, email, role, technicianId })
}

export type Priorities = Readonly<Record<'urgent' | 'shock' | 'regular' | 'audit', Id>>

/** The same four that every new organisation gets; made here because the demo's work needs them at once. */
export async function makePriorities(tx: Tx): Promise<Priorities> {
  const make = async (
    name: string,
    rank: number,
    colour: string,
    icon: 'flame' | 'zap' | 'repeat' | 'clipboard-check',
  ) => (await createPriority.run(tx, { name, rank, colour, icon })).id
  return {
    urgent: await make('Urgente', 1, '#c2410c', 'flame'),
    shock: await make('Choc', 2, '#d92d20', 'zap'),
    regular: await make('Régulier', 3, '#2f6fde', 'repeat'),
    audit: await make('Audit qualité', 4, '#0f8a5f', 'clipboard-check'),
  }
}
