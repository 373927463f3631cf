import { type FocusEvent, useState } from 'react'
import { useWords } from '../lib/language.tsx'
import { defineWords } from '../lib/words.ts'

const halfWords = defineWords({
  fr: { complete: 'Complétez la saisie, ou effacez-la.' },
  en: { complete: 'Complete what you typed, or clear it.' },
})

const isHalfTyped = (field: Element): boolean => {
  const parts = [...field.querySelectorAll('[role="spinbutton"]')]
  const empty = parts.filter((part) => part.hasAttribute('data-placeholder')).length
  return empty > 0 && empty < parts.length
}

/**
 * A date or time of which some parts are typed counts as no value at all; leaving it so must not pass in
 * silence. Gives the fault, and the handler for the field's group.
 */
export const useHalfTyped = () => {
  const words = useWords(halfWords)
  const [isHalf, setHalf] = useState(false)
  return {
    fault: isHalf ? words.complete : undefined,
    /** For the group: a form with such a mark in it is not sent. */
    mark: isHalf ? '' : undefined,
    onBlur: (event: FocusEvent<HTMLElement>) => {
      const field = event.currentTarget
      if (!field.contains(event.relatedTarget)) setHalf(isHalfTyped(field))
    },
  }
}
