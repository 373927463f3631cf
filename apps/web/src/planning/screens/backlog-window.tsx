import type { Category } from '@regie/contract/catalog'
import { Link } from '@tanstack/react-router'
import { Link2, Unlink } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import type { Range } from '../api.ts'
import { CARD_TYPE, useBacklogChannel } from '../backlog-channel.ts'
import { type BacklogHands, BacklogHandsContext } from '../backlog-hands.tsx'
import { backlogWords } from '../backlog-words.ts'
import { BacklogPanel } from '../parts/backlog-panel.tsx'
import { useBacklogView } from '../use-backlog-view.ts'

type Linked = { readonly range: Range; readonly category: Category | undefined } | null

/** Whether a board is open in this browser, which days it shows, and the line to it. */
const useBoardElsewhere = () => {
  const [board, setBoard] = useState<Linked>(null)
  const tell = useBacklogChannel((message) => {
    if (message.kind === 'board') setBoard(message)
    // Another board may still be there: it answers.
    if (message.kind === 'board-gone') {
      setBoard(null)
      tell({ kind: 'hello' })
    }
  })
  useEffect(() => tell({ kind: 'hello' }), [tell])
  return { board, tell }
}

const Status = ({ isLinked, spoken }: { isLinked: boolean; spoken: string }) => {
  const words = useWords(backlogWords)
  const Icon = isLinked ? Link2 : Unlink
  return (
    <div className="mx-3 flex flex-col gap-1 rounded-control bg-sunken px-3 py-2 text-[0.8125rem]">
      <p className="flex items-center gap-2 font-medium">
        <Icon aria-hidden className={isLinked ? 'size-4 text-good' : 'size-4 text-ink-2'} />
        {isLinked ? words.linked : words.noBoard}
      </p>
      <p role="status" className="text-ink-2">
        {spoken || (isLinked ? words.intro : words.noBoardText)}
      </p>
      {!isLinked && (
        <Link
          to="/planning"
          target="_blank"
          className="self-start text-accent-ink underline-offset-2 hover:underline"
        >
          {words.openBoard}
        </Link>
      )}
    </div>
  )
}

/** The backlog in a window of its own, on a second screen: what is picked here is placed on the board there. */
export const BacklogWindow = () => {
  const words = useWords(backlogWords)
  const can = useCan()
  const { board, tell } = useBoardElsewhere()
  const [spoken, say] = useState('')
  const backlog = useBacklogView({ range: board?.range ?? null, category: board?.category })
  useEffect(() => {
    document.title = `${words.title} · Régie`
  }, [words])
  const hands: BacklogHands = {
    mayPlan: can('planning.write') && board !== null,
    // The browser's own drag crosses windows; ours ends at the edge of this one.
    press: () => undefined,
    select: (item) => {
      tell({ kind: 'select', item })
      tell({ kind: 'pick', item, by: 'click' })
      if (board && can('planning.write')) say(words.placing(item.siteName))
    },
    pick: (item, by) => {
      tell({ kind: 'pick', item, by })
      say(words.placing(item.siteName))
    },
    drag: {
      start: (item, event) => {
        event.dataTransfer.setData(CARD_TYPE, item.workOrderId)
        event.dataTransfer.setData('text/plain', `${item.reference} ${item.siteName}`)
        event.dataTransfer.effectAllowed = 'move'
        tell({ kind: 'pick', item, by: 'click' })
      },
      end: () => tell({ kind: 'let-go' }),
    },
  }
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-80 flex-col">
      <h1 className="sr-only">{words.title}</h1>
      <BacklogHandsContext value={hands}>
        <BacklogPanel
          backlog={backlog}
          hasRange={board !== null}
          note={<Status isLinked={board !== null} spoken={spoken} />}
        />
      </BacklogHandsContext>
    </div>
  )
}
