import { useWords } from '../../lib/language.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useBacklogItem } from '../api.ts'
import type { OpenBar } from '../open-bars.ts'
import { tellingWords } from '../telling-words.ts'
import { ItemPanel } from './item-panel.tsx'
import { PanelHead } from './panel-head.tsx'

type Props = { readonly open: OpenBar; readonly onPick: () => void }

/** Seats of a crew that nobody has: their work order as it waits, with the hour its crew stands at. */
export const OpenPanel = ({ open: { seats }, onPick }: Props) => {
  const words = useWords(tellingWords).open
  const [first] = seats
  const { item, isPending, error, refetch } = useBacklogItem(first)
  if (item) return <ItemPanel key={first.positionId} item={item} crewAt={first} onPick={onPick} />
  return (
    <section className="flex min-h-0 flex-1 flex-col">
      <PanelHead title={first.siteName} detail={first.title} colour={first.colour} />
      <div className="p-3">
        {error ? (
          <ErrorState problem={error} retry={() => void refetch()} />
        ) : isPending ? (
          <Skeleton className="h-28 w-full" />
        ) : (
          <p className="text-ink-2">{words.gone}</p>
        )}
      </div>
    </section>
  )
}
