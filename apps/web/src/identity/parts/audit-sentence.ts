import type { AuditEntry } from '@regie/contract/identity'
import { useWords } from '../../lib/language.tsx'
import { eventWords } from '../event-words.ts'
import { roleWords } from '../words.ts'

/** `assignment_moved` with a technicianName → “assignment moved · Luc M.”: honest where no sentence was written. */
const plainly = ({ name, payload }: AuditEntry): string => {
  const names = Object.entries(payload)
    .filter(([key, value]) => /name|title|reference|code/i.test(key) && typeof value === 'string')
    .map(([, value]) => value as string)
  return [name.replaceAll('_', ' '), ...new Set(names)].join(' · ')
}

export const useAuditSentence = (): ((entry: AuditEntry) => string) => {
  const sentences: Readonly<Record<string, string>> = useWords(eventWords).sentences
  const roles: Readonly<Record<string, string>> = useWords(roleWords).names
  return (entry) => {
    const template = sentences[entry.name]
    if (!template) return plainly(entry)
    return template.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = String(entry.payload[key] ?? '…')
      return ['role', 'from', 'to'].includes(key) ? (roles[value] ?? value) : value
    })
  }
}
