import { ArrowLeftRight, Lock, LockOpen, MousePointerClick, Undo2, X } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useBoard } from '../board-context.tsx'
import { whenText } from '../describe-bar.ts'
import { doingWords } from '../doing-words.ts'
import { barOf } from '../from-contract.ts'
import { usePickedDeeds } from '../use-picked-deeds.ts'

/** Several visits picked together: what they are, and what can be done with all of them. */
export const PickedPanel = ({ onPick }: { onPick: () => void }) => {
  const words = useWords(doingWords).picked
  const clock = useClock()
  const { picked, byId, unpick, pick, mayPlan } = useBoard()
  const deeds = usePickedDeeds()
  const bars = [...picked].flatMap((id) => byId.get(id) ?? [])
  const still = bars.filter((bar) => barOf(bar).still && !bar.locked).length
  return (
    <section aria-label={words.title(bars.length)} className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-1 border-line border-b py-2 pr-3 pl-1.5">
        <IconButton icon={X} label={words.clear} onPress={unpick} />
        <h2 className="font-semibold">{words.title(bars.length)}</h2>
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3">
        <p className="text-ink-2 text-xs">{words.help}</p>
        {mayPlan && (
          <div className="flex flex-wrap gap-2">
            <Button
              icon={MousePointerClick}
              isDisabled={!deeds.canMove}
              onPress={() => {
                onPick()
                deeds.hold('click')
              }}
            >
              {words.move}
            </Button>
            {bars.length === 2 && (
              <Button icon={ArrowLeftRight} isDisabled={!deeds.canMove} onPress={deeds.swap}>
                {words.swap}
              </Button>
            )}
            <Button icon={Lock} onPress={() => deeds.lock(true)}>
              {words.lock}
            </Button>
            <Button icon={LockOpen} onPress={() => deeds.lock(false)}>
              {words.unlock}
            </Button>
            <Button icon={Undo2} isDisabled={!deeds.canMove} onPress={deeds.unassign}>
              {words.unassign}
            </Button>
          </div>
        )}
        {still > 0 && <p className="text-warn text-xs">{words.still(still)}</p>}
        <ul>
          {bars.map((bar) => (
            <li key={bar.id} className="flex items-center gap-2 border-line border-t py-1.5">
              <span
                aria-hidden
                className="size-2.5 shrink-0 rounded-sm"
                style={{ background: bar.colour }}
              />
              <div className="min-w-0 flex-1">
                <p dir="auto" className="truncate font-medium">
                  {bar.siteName}
                </p>
                <p className="nums truncate text-ink-2 text-xs">
                  {bar.technicianName} · {whenText(bar, clock)}
                </p>
              </div>
              <IconButton icon={X} label={words.clear} onPress={() => pick([bar.id])} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
