import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import { isolated } from '../isolated.ts'

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

/** Who else looks at these days, each in the colour of their pointer. */
export const Colleagues = ({ most }: { most: number }) => {
  const words = useWords(doingWords).together
  const { colleagues } = useBoard()
  if (colleagues.length === 0) return null
  const names = colleagues.map(({ name }) => isolated(name)).join(', ')
  return (
    <div
      role="img"
      aria-label={`${words.here(colleagues.length)} : ${names}`}
      title={names}
      data-testid="colleagues"
      className="flex shrink-0 -space-x-1.5 print:hidden"
    >
      {colleagues.slice(0, most).map(({ id, name, colour }) => (
        <span
          key={id}
          className="grid size-7 place-items-center rounded-full border-2 border-surface font-semibold text-[0.625rem] text-white"
          style={{ background: colour }}
        >
          {initialsOf(name)}
        </span>
      ))}
      {colleagues.length > most && (
        <span className="nums grid h-7 min-w-7 place-items-center rounded-full border-2 border-surface bg-sunken px-1 font-semibold text-[0.625rem] text-ink-2">
          +{colleagues.length - most}
        </span>
      )}
    </div>
  )
}
