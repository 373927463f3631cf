import { useWords } from '../../lib/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { planningWords } from '../words.ts'

const keys = {
  day: 'D',
  three: '3',
  week: 'W',
  month: 'M',
  map: 'G',
  today: 'T',
  earlier: '⇧ ←',
  later: '⇧ →',
  list: 'V',
  backlog: 'B',
  search: '/',
  plan: 'P',
  publish: '⇧ P',
  undo: 'Ctrl Z',
  redo: 'Ctrl ⇧ Z',
  arrows: '← ↑ ↓ →',
  pick: 'Espace / Space, ↵',
  nudge: '← ↑ ↓ →',
  resize: 'Alt ← →',
  click: 'M',
  many: 'X, ⇧ + clic / click',
  swap: 'S',
  copy: 'C, Ctrl + ↔',
  slots: 'A',
  lock: 'L',
  remove: '⌫',
  zoom: '+ −',
  escape: 'Esc',
  help: '?',
} as const

const names = Object.keys(keys) as (keyof typeof keys)[]

/** Every key of the board, and what the signs on a bar mean. */
export const HelpDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords(planningWords)
  return (
    <Dialog title={words.shortcuts.title} isOpen onClose={onClose} width="medium">
      <dl className="grid gap-x-6 sm:grid-cols-2">
        {names.map((name) => (
          <div
            key={name}
            className="flex items-center justify-between gap-3 border-line border-b py-1"
          >
            <dt className="text-ink-2">{words.shortcuts.keys[name]}</dt>
            <dd className="m-0 shrink-0">
              <kbd className="rounded border border-line-strong/60 bg-sunken px-1.5 py-0.5 font-sans text-xs">
                {keys[name]}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
