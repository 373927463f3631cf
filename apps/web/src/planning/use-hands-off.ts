// What a colleague has in hand is left alone until they let go.
import { useCallback } from 'react'
import { useWords } from '../lib/language.tsx'
import { useBoard } from './board-context.tsx'
import { doingWords } from './doing-words.ts'

export const useHandsOff = () => {
  const words = useWords(doingWords).together
  const { colleagues, say } = useBoard()
  /** Whose hand it is in, as a sentence; null: nobody's. */
  const heldBy = useCallback(
    (id: string): string | null => {
      const colleague = colleagues.find(({ held }) => held === id)
      return colleague ? words.holds(colleague.name) : null
    },
    [colleagues, words],
  )
  /** True, and said, when somebody else holds it. */
  const isTheirs = (id: string): boolean => {
    const sentence = heldBy(id)
    if (sentence) say(sentence)
    return sentence !== null
  }
  return { heldBy, isTheirs }
}
