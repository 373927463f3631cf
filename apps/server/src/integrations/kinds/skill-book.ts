// Skills and certification kinds as files name them: by code or by name, accents and case ignored.
import type { Id } from '@regie/contract/kernel'
import type { Outcome } from '../../platform/merge.ts'
import type { Tx } from '../../platform/work.ts'
import {
  allCertificationKinds,
  allSkills,
  createCertificationKind,
  createSkill,
} from '../../workforce/index.ts'
import type { Line } from '../intake.ts'
import { date, fold, levelled, names } from '../reading.ts'

type Known = { readonly id: Id; readonly code: string; readonly name: string }

/** One of the two lists; missing ones get an id to be replaced by the real one when they are made. */
class Shelf {
  readonly #byWord = new Map<string, Id>()
  readonly #known: readonly Known[]
  readonly missing = new Map<string, { id: Id; code: string; name: string }>()

  constructor(known: readonly Known[]) {
    this.#known = known
    for (const { id, name } of known) this.#byWord.set(fold(name), id)
    for (const { id, code } of known) this.#byWord.set(fold(code), id)
  }

  find(name: string, newId: (() => Id) | null): Id | undefined {
    const word = fold(name)
    const id = this.#byWord.get(word)
    if (id || !newId || !word) return id
    const made = { id: newId(), name: name.slice(0, 120), code: this.#freeCode(name) }
    this.missing.set(made.id, made)
    this.#byWord.set(word, made.id)
    return made.id
  }

  #freeCode(name: string): string {
    const stem = fold(name).toUpperCase().replace(/\s/g, '-').slice(0, 16)
    let code = stem
    for (let ordinal = 2; this.#byWord.has(fold(code)); ordinal++) code = `${stem}-${ordinal}`
    this.#byWord.set(fold(code), '')
    return code
  }

  get list(): string {
    return this.#known
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 300)
  }
}

export type SkillBook = Awaited<ReturnType<typeof openSkillBook>>

/** `createMissing`: what is not known yet is noted, and made by `createNoted`. */
export async function openSkillBook(tx: Tx, createMissing: boolean) {
  const skills = new Shelf(await allSkills(tx, { archived: false }))
  const kinds = new Shelf(await allCertificationKinds(tx, { archived: false }))
  const newId = createMissing ? tx.newId : null

  const readSkills = (line: Line, field: string): { skillId: Id; level: number }[] | undefined => {
    const cell = line.text(field)
    if (!cell) return undefined
    const read = new Map<Id, number>()
    for (const part of names(cell)) {
      const { name, level } = levelled(part)
      const skillId = skills.find(name, newId)
      if (skillId && (level === null || (level >= 1 && level <= 5))) read.set(skillId, level ?? 1)
      else if (skillId)
        line.fault(field, { fr: 'un niveau de 1 à 5', en: 'a level from 1 to 5' }, part)
      else
        line.fault(
          field,
          {
            fr: `une compétence connue (${skills.list || 'aucune pour le moment'})`,
            en: `a known skill (${skills.list || 'none so far'})`,
          },
          name,
        )
    }
    return [...read].map(([skillId, level]) => ({ skillId, level }))
  }

  const readCertifications = (line: Line, field: string) => {
    const cell = line.text(field)
    if (!cell) return undefined
    const read = new Map<Id, string | null>()
    for (const part of names(cell)) {
      const { name, until } = dated(part)
      const kindId = kinds.find(name, newId)
      const day = until === null ? null : date(until)
      if (day && !day.ok) line.fault(field, day.expected, part)
      else if (kindId) read.set(kindId, day ? day.value : null)
      else
        line.fault(
          field,
          {
            fr: `une habilitation connue (${kinds.list || 'aucune pour le moment'})`,
            en: `a known certification (${kinds.list || 'none so far'})`,
          },
          name,
        )
    }
    return [...read].map(([kindId, validUntil]) => ({ kindId, validUntil }))
  }

  /** Makes what was noted; the map leads from noted ids to real ones. */
  const createNoted = async (): Promise<Map<Id, Id>> => {
    const real = new Map<Id, Id>()
    for (const { id, ...draft } of skills.missing.values())
      real.set(id, (await createSkill.run(tx, draft)).id)
    for (const { id, ...draft } of kinds.missing.values())
      real.set(id, (await createCertificationKind.run(tx, { ...draft, coversIds: [] })).id)
    return real
  }

  const noted = (shelf: Shelf) =>
    [...shelf.missing.values()].map(() => ({ outcome: 'create' as Outcome }))
  return {
    readSkills,
    readCertifications,
    createNoted,
    noted: () => ({ skills: noted(skills), certifications: noted(kinds) }),
  }
}

/** `B2V:31/10/2026`, `B2V (2026-10-31)`, `CACES R486 jusqu'au 31/10/2026`, `B2V`. */
function dated(part: string): { name: string; until: string | null } {
  const found =
    /^(.*?)\s*(?:[:=(]|jusqu['’]au|until|exp\.?|\s)\s*(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})\s*\)?$/i.exec(
      part,
    )
  return found?.[1] ? { name: found[1].trim(), until: found[2] ?? '' } : { name: part, until: null }
}
