import type { FieldPart } from '@regie/contract/fieldwork'
import { useEffect, useState } from 'react'
import { usePhoneStore } from './phone.tsx'

/** The list of parts as the phone keeps it. */
export const usePartList = (): readonly FieldPart[] => {
  const { db } = usePhoneStore()
  const [parts, setParts] = useState<readonly FieldPart[]>([])
  useEffect(() => {
    let isOver = false
    void db.books
      .get('parts')
      .then((book) => !isOver && setParts(book && 'parts' in book ? book.parts : []))
      .catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [db])
  return parts
}
