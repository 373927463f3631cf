// Many technicians at once, matched by external id, else by name.
import type { Address, Id, Position } from '@regie/contract/kernel'
import { type TechnicianDraft, technicianDraft } from '@regie/contract/workforce'
import {
  externalIdsOf,
  type Identity,
  keepIdentity,
  type Merged,
  type MergeRefusal,
  MergeShelf,
  namesOf,
  saveMerged,
} from '../../platform/merge.ts'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { colourOf } from '../model.ts'
import { expectKnown } from '../queries.ts'
import { insertTechnicians, saveTechnicians, techniciansNamed } from '../store/many-technicians.ts'
import { countTechnicians } from '../store/technicians.ts'

type Rest = Omit<
  TechnicianDraft,
  keyof Identity | 'homeAddress' | 'homePosition' | 'certifications'
>

/** What one line tells; what is left out stays as it is. A known certificate keeps its number and start. */
export type TechnicianPatch = Identity &
  Partial<Rest> & {
    readonly homeAddress?: Partial<Address>
    readonly homePosition?: Position
    readonly certifications?: readonly { kindId: Id; validUntil: string | null }[]
  }

export type TechniciansPlan = {
  readonly technicians: readonly Merged<TechnicianDraft>[]
  /** By index of the patch. */
  readonly lines: readonly (Merged<TechnicianDraft> | MergeRefusal)[]
}

/** What importing these would do. Reads only. */
export async function planTechnicians(
  tx: Tx,
  patches: readonly TechnicianPatch[],
): Promise<TechniciansPlan> {
  const known = await techniciansNamed(tx, externalIdsOf(patches), namesOf(patches))
  const shelf = new MergeShelf<TechnicianDraft>(known)
  let colours = await countTechnicians(tx)
  const lines = patches.map((patch, index) => {
    const repeated = shelf.repeated('', patch, index)
    return (
      repeated ??
      shelf.settle({ index, newId: tx.newId }, patch, (before) =>
        complete(patch, before, () => colourOf(colours++)),
      )
    )
  })
  return { technicians: shelf.merged, lines }
}

function complete(
  patch: TechnicianPatch,
  before: TechnicianDraft | undefined,
  nextColour: () => string,
): TechnicianDraft {
  const homeAddress = { ...before?.homeAddress, ...patch.homeAddress }
  const held = new Map(before?.certifications.map((one) => [one.kindId, one]))
  const certifications = patch.certifications?.map((one) => ({ ...held.get(one.kindId), ...one }))
  const draft = technicianDraft.parse({
    ...before,
    ...patch,
    ...keepIdentity(patch, before),
    homeAddress,
    homePosition: patch.homePosition ?? before?.homePosition ?? null,
    ...(certifications ? { certifications } : { certifications: before?.certifications ?? [] }),
    colour: before?.colour ?? nextColour(),
  })
  const weeklyShifts = [...draft.weeklyShifts].sort(
    (a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start),
  )
  return { ...draft, weeklyShifts }
}

/** Does what the plan says, and tells it. */
export async function applyTechnicians(tx: Tx, { technicians }: TechniciansPlan): Promise<void> {
  await expectKnown(
    tx,
    technicians.map(({ draft: { skills, certifications } }) => ({
      skills,
      certificationKindIds: certifications.map(({ kindId }) => kindId),
    })),
  )
  await saveMerged(
    technicians,
    (rows) => insertTechnicians(tx, rows),
    (rows) => saveTechnicians(tx, rows),
  )
  for (const { id, outcome, draft } of technicians) {
    const told = { technicianId: id, name: draft.name }
    if (outcome === 'create') tx.emit(happened.technician_created(told))
    if (outcome === 'update') tx.emit(happened.technician_changed(told))
  }
}
