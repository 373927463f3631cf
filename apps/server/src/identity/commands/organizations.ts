// What people do with their organisation; what the program does when one begins.
import type { Member, Organization, OrganizationDraft } from '@regie/contract/identity'
import type { Id } from '@regie/contract/kernel'
import type { Role } from '@regie/contract/roles'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { claimFounding } from '../store/crossing.ts'
import { findMember, insertMember } from '../store/members.ts'
import { findOrganization, insertOrganization, saveOrganization } from '../store/organizations.ts'

const provision = { permission: 'identity.provision' } as const

export type Person = { readonly userId: Id; readonly name: string; readonly email: string }
type Founding = { readonly draft: OrganizationDraft; readonly owner: Person }

/** The first organisation of the installation: whoever comes second is refused. */
export const foundFirstOrganization = command(
  'identity.found-first-organization',
  provision,
  async (tx, founding: Founding): Promise<Member> => {
    if (!(await claimFounding(tx))) throw fail('already_set_up')
    return await begin(tx, founding)
  },
)

/** One more organisation with its owner. */
export const createOrganization = command('identity.create-organization', provision, begin)

async function begin(tx: Tx, { draft, owner }: Founding): Promise<Member> {
  expectDay(tx, draft)
  await insertOrganization(tx, draft)
  tx.emit(
    happened.organization_created({ organizationId: tx.actor.organizationId, name: draft.name }),
  )
  return await join(tx, { ...owner, role: 'owner', technicianId: null })
}

/** A person becomes a member without invitation: only the program may do that (demo, command line). */
export const addMember = command(
  'identity.add-member',
  provision,
  async (tx, person: Joining): Promise<Member> => await join(tx, person),
)

type Joining = Person & { readonly role: Role; readonly technicianId: Id | null }

export async function join(
  tx: Tx,
  { userId, name, email, role, technicianId }: Joining,
): Promise<Member> {
  const memberId = tx.newId()
  await insertMember(tx, { id: memberId, userId, name, email, role, technicianId })
  tx.emit(happened.member_joined({ memberId, name, role, technicianId }))
  return found(await findMember(tx, memberId), 'member')
}

export const updateOrganization = command(
  'identity.update-organization',
  { permission: 'identity.manage-organization' },
  async (
    tx,
    { version, draft }: { version: number; draft: OrganizationDraft },
  ): Promise<Organization> => {
    expectDay(tx, draft)
    const before = found(await findOrganization(tx), 'organization')
    expectCurrent(await saveOrganization(tx, version, draft), before)
    tx.emit(happened.organization_changed({ organizationId: before.id, name: draft.name }))
    return found(await findOrganization(tx), 'organization')
  },
)

function expectDay(tx: Tx, { dayStartsAt, dayEndsAt }: OrganizationDraft): void {
  if (dayStartsAt < dayEndsAt) return
  const expected =
    tx.actor.language === 'fr'
      ? `Une heure après ${dayStartsAt} est attendue.`
      : `A time after ${dayStartsAt} is expected.`
  throw invalid([{ path: 'dayEndsAt', expected, got: dayEndsAt }])
}
