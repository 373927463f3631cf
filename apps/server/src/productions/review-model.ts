// What a chief reads of a production, what makes a line another one, and how far a review is. Pure.
import { createHash } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'
import type {
  Chief,
  LineChange,
  Remark,
  ReviewDepartment,
  ReviewLine,
  ReviewPart,
} from '@regie/contract/production-reviews'
import {
  type Department,
  departmentNames,
  type Phase,
  type Stage,
} from '@regie/contract/productions'
import { roles } from './packs.ts'

const short = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Who, where, when, as what; not the state: accepting changes nothing that was signed. */
const fingerprintOf = (line: Omit<ReviewLine, 'fingerprint'>): string =>
  short(
    JSON.stringify([
      ...[line.phaseId, line.stageId, line.role, line.technicianId],
      ...[Date.parse(line.startsAt), Date.parse(line.endsAt)],
    ]),
  )

/** Names these lines as they are. */
export const digestOf = (lines: readonly ReviewLine[]): string =>
  short(
    lines
      .map(({ positionId, fingerprint }) => `${positionId} ${fingerprint}`)
      .sort()
      .join('\n'),
  )

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** What the trade's own names of roles and departments say … */
const known: ReadonlyMap<string, ReviewDepartment> = new Map(
  [
    ...Object.entries(departmentNames).map(([id, names]) => [id as Department, names] as const),
    ...Object.values(roles).map(({ fr, en, department }) => [department, { fr, en }] as const),
  ].flatMap(([department, { fr, en }]) => [
    [plain(fr), department] as const,
    [plain(en), department] as const,
  ]),
)

/** … and else a part of the name, in both languages, without accents; the first that is found counts. */
const trades: readonly (readonly [Department, RegExp])[] = [
  ['backline', /backline|instrument/],
  ['rigging', /rigg|accroch|cordiste|nacelle/],
  ['light', /lumiere|eclair|poursuit|pupitr|electro\b|light|followspot/],
  ['video', /video|ecran|camera|cadreur|screen/],
  ['sound', /\bson\b|sonori|sound|audio|retours|facade|monitor|\bhf\b|micro/],
  ['power', /electri|energie|groupe electrogene|groupman|puissance|power|generator/],
  ['set', /decor|menuisier|construct|cintrier|carpenter|scenery/],
  ['logistics', /logisti|chauffeur|cariste|manutention|driver|loader|forklift|runner/],
  ['stage', /plateau|machinist|scene|stage|habill/],
]

/** The department that a role's own name says. */
export function departmentOfRole(label: string): ReviewDepartment {
  const text = plain(label.trim())
  return known.get(text) ?? trades.find(([, words]) => words.test(text))?.[0] ?? 'general'
}

export type Roles = ReadonlyMap<string, ReviewDepartment>

/** Seats by the hours of their phases. A phase's department is that of its seats; in phases for everybody the role says it. */
export function linesOf(
  phases: readonly Phase[],
  stages: readonly Stage[],
  said: Roles,
): ReviewLine[] {
  const names = new Map(stages.map(({ id, name }) => [id, name]))
  return phases.flatMap((phase) =>
    phase.seats.map((seat): ReviewLine => {
      const line = {
        positionId: seat.positionId,
        phaseId: phase.id,
        reference: phase.reference,
        kind: phase.kind,
        phaseName: phase.name,
        stageId: phase.stageId,
        stageName: names.get(phase.stageId) ?? '',
        department: phase.department ?? said.get(seat.label) ?? departmentOfRole(seat.label),
        role: seat.label,
        mandatory: seat.mandatory,
        technicianId: seat.technicianId,
        technicianName: seat.technicianName,
        startsAt: seat.startsAt,
        endsAt: seat.endsAt,
        state: seat.coverage,
      }
      return { ...line, fingerprint: fingerprintOf(line) }
    }),
  )
}

/** Roles of phases for everybody, each once, with what decides where it is counted. */
export function rolesOf(phases: readonly Phase[], said: Roles) {
  const labels = phases
    .filter(({ department }) => department === null)
    .flatMap(({ seats }) => seats.map(({ label }) => label))
  return [...new Set(labels)].sort().map((label) => ({
    label,
    department: said.get(label) ?? departmentOfRole(label),
    isSaid: said.has(label),
  }))
}

export type Noted = {
  readonly positionId: Id
  readonly fingerprint: string | null
  readonly by: string
  readonly at: string
}

/** What of these lines is new, gone or another one since. */
export function changesBetween(
  before: readonly ReviewLine[],
  after: readonly ReviewLine[],
  notes: ReadonlyMap<Id, Noted>,
): LineChange[] {
  const was = new Map(before.map((line) => [line.positionId, line]))
  const is = new Map(after.map((line) => [line.positionId, line]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((positionId): LineChange[] => {
    const [old = null, now = null] = [was.get(positionId), is.get(positionId)]
    if (old?.fingerprint === now?.fingerprint) return []
    const note = notes.get(positionId)
    const isNoted = note !== undefined && note.fingerprint === (now?.fingerprint ?? null)
    return [
      {
        ...{ positionId, before: old, after: now },
        department: old?.department ?? now?.department ?? 'general',
        by: isNoted ? note.by : null,
        at: isNoted ? note.at : null,
      },
    ]
  })
}

export type Signature = {
  readonly department: ReviewDepartment
  readonly signedAt: string
  readonly signedBy: string
  readonly signerId: Id
  readonly byLink: boolean
  readonly digest: string
  readonly lines: readonly ReviewLine[]
}
export type Seen = {
  readonly positionId: Id
  readonly seenBy: Id
  readonly line: ReviewLine
}

export const idOf = ({ technicianId, memberId }: Pick<Chief, 'technicianId' | 'memberId'>): Id =>
  technicianId ?? memberId ?? ''

export const isOpenRemark = ({ answer, withdrawnAt }: Remark): boolean =>
  answer === null && withdrawnAt === null

/** Which lines their chief has read as they stand. */
export function seenLines(
  lines: readonly ReviewLine[],
  seen: readonly Seen[],
  chiefs: readonly Chief[],
): ReadonlySet<Id> {
  const byPosition = new Map(seen.map((one) => [one.positionId, one]))
  const chiefOf = new Map(chiefs.map((one) => [one.department, idOf(one)]))
  return new Set(
    lines
      .filter(({ positionId, fingerprint, department }) => {
        const mark = byPosition.get(positionId)
        return mark?.line.fingerprint === fingerprint && mark.seenBy === chiefOf.get(department)
      })
      .map(({ positionId }) => positionId),
  )
}

export type Standing = {
  readonly lines: readonly ReviewLine[]
  readonly chiefs: readonly Chief[]
  readonly seen: ReadonlySet<Id>
  readonly remarks: readonly Remark[]
  readonly signatures: readonly Signature[]
  readonly notes: ReadonlyMap<Id, Noted>
  /** What everybody signed, once the plan is locked. */
  readonly signedLines: readonly ReviewLine[] | null
}

/** How far each department that has lines, or had some when they were signed, is. */
export function partsOf(standing: Standing): ReviewPart[] {
  const { lines, chiefs, seen, remarks, signatures, notes, signedLines } = standing
  const own = Map.groupBy(lines, ({ department }) => department)
  const signed = Map.groupBy(signedLines ?? [], ({ department }) => department)
  const departments = [...new Set([...own.keys(), ...signed.keys()])]
  return departments.toSorted(inOrder).map((department): ReviewPart => {
    const now = own.get(department) ?? []
    const signature = signatures.find((one) => one.department === department)
    const chief = chiefs.find((one) => one.department === department) ?? null
    const digest = digestOf(now)
    const before = signedLines ? (signed.get(department) ?? []) : signature?.lines
    const isTheirs = signature !== undefined && chief !== null && signature.signerId === idOf(chief)
    return {
      ...{ department, chief, digest },
      lines: now.length,
      seen: now.filter(({ positionId }) => seen.has(positionId)).length,
      openRemarks: remarks.filter((one) => one.department === department && isOpenRemark(one))
        .length,
      signedAt: signature?.signedAt ?? null,
      signedBy: signature?.signedBy ?? null,
      signedByLink: signature?.byLink ?? false,
      isSigned: signedLines !== null || (isTheirs && signature.digest === digest),
      changes: before ? changesBetween(before, now, notes) : [],
    }
  })
}

const order: readonly string[] = [...Object.keys(departmentNames), 'general']
const inOrder = (a: ReviewDepartment, b: ReviewDepartment): number =>
  order.indexOf(a) - order.indexOf(b)
