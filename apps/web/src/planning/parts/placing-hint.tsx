import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { useBoard } from '../board-context.tsx'
import type { DragState } from '../engine/drag.ts'
import { planningWords } from '../words.ts'

/** While something is held by keys or by a click: what it is, what to do, and a way out without a keyboard. */
export const PlacingHint = ({ drag }: { drag: DragState }) => {
  const words = useWords(planningWords)
  const { byId, open, heldSeat, surface } = useBoard()
  if (drag.kind !== 'held' || drag.by === 'pointer') return null
  const name =
    byId.get(drag.grip.id)?.siteName ??
    open.get(drag.grip.id)?.seats[0].siteName ??
    heldSeat.current?.item.siteName ??
    ''
  return (
    <div className="pointer-events-none absolute inset-x-2 bottom-3 z-20 flex justify-center">
      <div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-card border border-line bg-raised px-3 py-2 text-ink shadow-raised">
        <p className="min-w-0">
          <span dir="auto" className="mr-1 line-clamp-1 font-medium">
            {name}
          </span>
          <span className="text-ink-2 text-xs">{words.panel.moveHelp}</span>
        </p>
        <Button size="small" onPress={() => surface.current?.drag.cancel()}>
          {words.run.cancel}
        </Button>
      </div>
    </div>
  )
}
