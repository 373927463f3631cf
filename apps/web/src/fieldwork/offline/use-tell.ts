import type { CommandBody } from '@regie/contract/field-entries'
import { useWords } from '../../lib/language.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { offlineWords } from '../offline-words.ts'
import type { Intent } from './outbox.ts'
import type { PhoneStop } from './overlay.ts'
import { useDo } from './phone.tsx'
import { isFull } from './storage.ts'

/** Does something on a stop (null: on none). False, and said on screen, when the phone could not keep it. */
export const useTell = (stop: Pick<PhoneStop, 'id' | 'version'> | null) => {
  const words = useWords(offlineWords)
  const perform = useDo()
  return async (what: CommandBody, picture?: Intent['picture']): Promise<boolean> => {
    try {
      const about = { assignmentId: stop?.id ?? null, baseVersion: stop?.version }
      await perform({ ...about, what, ...(picture ? { picture } : {}) })
      return true
    } catch (error) {
      const [title, text] = isFull(error)
        ? [words.full, words.fullText]
        : [words.notKept, words.notKeptText]
      showToast({ tone: 'bad', title, text })
      return false
    }
  }
}
