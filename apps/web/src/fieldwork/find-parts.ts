// Finding a part by what a thumb types: letters without accents, words in any order, the reference too.
import type { FieldPart } from '@regie/contract/fieldwork'

/** As many as fit above a keyboard. */
const MOST = 4

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** None for a name that is already one of the list. */
export function findParts(parts: readonly FieldPart[], typed: string): readonly FieldPart[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (parts.some(({ name }) => name === typed)) return []
  const fits = ({ name, reference }: FieldPart) => {
    const text = fold(`${name} ${reference}`)
    return words.every((word) => text.includes(word))
  }
  return parts.filter(fits).slice(0, MOST)
}
