import { eventSentences } from '@regie/contract/event-sentences'
import type { AuditEntry } from '@regie/contract/identity'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { typeset } from '../../lib/words.ts'
import { roleWords } from '../words.ts'

const at = (payload: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], payload)

/** The sentence of an entry, its subject (who did it) left out; an unknown event shows its bare name. */
export const useAuditSentence = (): ((entry: AuditEntry) => string) => {
  const { language } = useLanguage()
  const roles: Readonly<Record<string, string>> = useWords(roleWords).names
  return ({ name, payload }) => {
    const template = eventSentences[name]?.[language] ?? name.replaceAll('_', ' ')
    const sentence = template.replace(/\{([\w.]+)\}/g, (_, path: string) => {
      const value = String(at(payload, path) ?? '…')
      return ['role', 'from', 'to'].includes(path) ? (roles[value] ?? value) : value
    })
    return typeset(language, sentence)
  }
}
