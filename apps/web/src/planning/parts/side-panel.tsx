import { clsx } from 'clsx'
import { type BacklogHands, BacklogHandsContext } from '../backlog-hands.tsx'
import { useBoard } from '../board-context.tsx'
import { useBacklogView } from '../use-backlog-view.ts'
import { useHoldSeat } from '../use-hold-seat.ts'
import { BacklogPanel } from './backlog-panel.tsx'
import { BarPanel } from './bar-panel.tsx'
import { ItemPanel } from './item-panel.tsx'
import { OpenPanel } from './open-panel.tsx'
import { PickedPanel } from './picked-panel.tsx'

type Props = { readonly isOpen: boolean; readonly onOpen: (open: boolean) => void }

/** Beside the board what waits, or the details of what is selected; on a phone a sheet over its lower half. */
export const SidePanel = ({ isOpen, onOpen }: Props) => {
  const { selection, selectedBar, selectedOpen, select, range, view, mayPlan, picked } = useBoard()
  const backlog = useBacklogView({ range, category: view.category })
  const { press, pick } = useHoldSeat()
  const hands: BacklogHands = {
    mayPlan,
    press,
    pick,
    select: (item) => select({ kind: 'item', workOrderId: item.workOrderId, item }),
  }
  const item =
    selection?.kind === 'item'
      ? (backlog.pages.items.find(({ workOrderId }) => workOrderId === selection.workOrderId) ??
        selection.item)
      : undefined
  const isMany = picked.size > 1
  const hasDetails = Boolean(selectedBar ?? selectedOpen ?? item)
  const leave = () => {
    // On a phone the sheet would hide the place one is about to point at.
    if (!matchMedia('(max-width: 767px)').matches) return
    onOpen(false)
    select(null)
  }
  return (
    <div
      className={clsx(
        'z-20 min-h-0 flex-col border-line-strong/60 bg-canvas max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:h-[62%] max-md:rounded-t-card max-md:border-t max-md:shadow-raised',
        'md:w-72 md:border-l xl:w-80 print:hidden',
        isOpen || hasDetails || isMany ? 'flex' : 'hidden',
      )}
    >
      {isMany ? (
        <PickedPanel onPick={leave} />
      ) : selectedBar ? (
        <BarPanel key={selectedBar.id} bar={selectedBar} onPick={leave} />
      ) : selectedOpen ? (
        <OpenPanel key={selectedOpen.bar.workId} open={selectedOpen} onPick={leave} />
      ) : item ? (
        <ItemPanel key={item.workOrderId} item={item} onPick={leave} />
      ) : (
        <BacklogHandsContext value={hands}>
          <BacklogPanel backlog={backlog} hasRange onHide={() => onOpen(false)} />
        </BacklogHandsContext>
      )}
    </div>
  )
}
