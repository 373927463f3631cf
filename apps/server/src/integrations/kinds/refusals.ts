// Why a line cannot be matched with what is there, in words.
import type { Bilingual } from '@regie/contract/integrations'
import type { MergeRefusal } from '../../platform/merge.ts'

/** `lineOf`: the number of the line at an index of those that were merged. */
export function sayRefusal(refusal: MergeRefusal, lineOf: (index: number) => number): Bilingual {
  switch (refusal.reason) {
    case 'ambiguous':
      return {
        fr: 'un identifiant : plusieurs portent ce nom',
        en: 'an identifier: several have this name',
      }
    case 'differs':
      return {
        fr: `les mêmes valeurs qu'à la ligne ${lineOf(refusal.first)}, qui porte le même identifiant ou nom`,
        en: `the same values as on line ${lineOf(refusal.first)}, which has the same identifier or name`,
      }
    case 'repeated':
      return {
        fr: `une seule fois ; déjà à la ligne ${lineOf(refusal.first)}`,
        en: `only once; already on line ${lineOf(refusal.first)}`,
      }
    case 'elsewhere':
      return {
        fr: `un identifiant libre ; il désigne déjà « ${refusal.where} » ailleurs`,
        en: `a free identifier; it already stands for “${refusal.where}” elsewhere`,
      }
    default:
      return refusal satisfies never
  }
}
