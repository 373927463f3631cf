import { useWords } from '../../lib/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { tellingWords } from '../telling-words.ts'
import { planningWords } from '../words.ts'
import { SignLegend } from './sign-legend.tsx'

type Named = keyof (typeof planningWords)['fr']['shortcuts']['keys']
type Row = readonly [name: Named | 'palette', keys: readonly string[]]

const useGroups = (): readonly (readonly [title: string, rows: readonly Row[]])[] => {
  const { keys } = useWords(tellingWords)
  return [
    [
      keys.looking,
      [
        ['day', ['D']],
        ['three', ['3']],
        ['week', ['W']],
        ['month', ['M']],
        ['today', ['T']],
        ['earlier', ['⇧ ←']],
        ['later', ['⇧ →']],
        ['list', ['V']],
        ['map', ['G']],
        ['zoom', ['+', '−', '0']],
        ['backlog', ['B']],
        ['search', ['/']],
        ['palette', ['Ctrl K']],
        ['help', ['?']],
      ],
    ],
    [
      keys.doing,
      [
        ['plan', ['P']],
        ['publish', ['⇧ P']],
        ['undo', ['Ctrl Z']],
        ['redo', ['Ctrl Y']],
        ['escape', ['Esc']],
      ],
    ],
    [
      keys.visit,
      [
        ['arrows', ['← ↑ ↓ →']],
        ['pick', [keys.space, '↵']],
        ['nudge', ['← ↑ ↓ →']],
        ['resize', ['Alt ← →']],
        ['click', ['M']],
        ['many', ['X', `⇧ ${keys.click}`]],
        ['swap', ['S']],
        ['copy', ['C', `Ctrl ${keys.drag}`]],
        ['slots', ['A']],
        ['lock', ['L']],
        ['remove', ['⌫']],
      ],
    ],
  ]
}

/** Every key of the board, and what the signs on a bar mean. */
export const HelpDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords(planningWords)
  const more = useWords(tellingWords)
  return (
    <Dialog title={words.shortcuts.title} isOpen onClose={onClose} width="wide">
      <div className="grid items-start gap-x-8 lg:grid-cols-[2fr_1fr]">
        <div>
          {useGroups().map(([title, rows]) => (
            <section key={title} className="mb-3">
              <h3 className="mb-1 font-semibold text-ink-2 text-xs">{title}</h3>
              <dl className="gap-x-6 sm:columns-2">
                {rows.map(([name, keys]) => (
                  <div
                    key={name}
                    className="flex break-inside-avoid items-center justify-between gap-3 border-line border-b py-1"
                  >
                    <dt className="min-w-0">
                      {name === 'palette' ? more.keys.palette : words.shortcuts.keys[name]}
                    </dt>
                    <dd className="m-0 flex shrink-0 gap-1">
                      {keys.map((key) => (
                        <kbd
                          key={key}
                          className="whitespace-nowrap rounded border border-line-strong/60 bg-sunken px-1.5 py-0.5 font-sans text-xs"
                        >
                          {key}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <SignLegend />
      </div>
    </Dialog>
  )
}
