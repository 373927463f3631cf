// What is done with kept views ends in a toast: what was done with its undo, or why it was not.
import { useWords } from '../lib/language.tsx'
import { toProblem } from '../lib/problem.ts'
import { showDeed } from './deed-toast.ts'
import { viewWords } from './view-words.ts'

export const useViewDeeds = () => {
  const { kept } = useWords(viewWords)
  const attempt = (deed: () => Promise<unknown>) => {
    deed().catch((error: unknown) => {
      const { message, remedy } = toProblem(error)
      showDeed({
        tone: 'bad',
        title: kept.failed,
        text: [message, remedy].filter(Boolean).join(' '),
      })
    })
  }
  return {
    attempt,
    saved: (name: string) => showDeed({ tone: 'good', title: kept.saved(name) }),
    restored: (name: string) => showDeed({ tone: 'info', title: kept.restored(name) }),
    removed: (name: string, undo: () => void) =>
      showDeed({
        tone: 'good',
        title: kept.removed(name),
        action: { label: kept.undo, run: undo },
      }),
    copied: () => showDeed({ tone: 'info', title: kept.copied }),
  }
}
