import { useRef, useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { describeBar, describeOpen } from '../describe-bar.ts'
import { rowWords } from '../row-words.ts'
import { tellingWords } from '../telling-words.ts'
import { useForeignDrag } from '../use-backlog-window.ts'
import { useBoardKeys } from '../use-board-keys.ts'
import { useIsSmall } from '../use-room.ts'
import { AXIS_PX, useSurface, useSurfaceInput } from '../use-surface.ts'
import { useVerdicts } from '../use-verdicts.ts'
import { planningWords } from '../words.ts'
import { BarCard } from './bar-card.tsx'
import { Ghost } from './ghost.tsx'
import { PlacingHint } from './placing-hint.tsx'
import { RowHeads } from './row-heads.tsx'

const useRefs = () => {
  const scroller = useRef<HTMLDivElement>(null)
  const spacer = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const heads = useRef<HTMLDivElement>(null)
  const focus = useRef<HTMLButtonElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  return useState({ scroller, spacer, stage, canvas, heads, focus, ghost })[0]
}

/** The board itself: a canvas to see, one element to focus and read, and the names of the rows. */
export const BoardCanvas = () => {
  const words = useWords(planningWords)
  const more = useWords(tellingWords)
  const clock = useClock()
  const { surface, selectedBar, selectedOpen, now, rows, view, technicians } = useBoard()
  const rowNames = useWords(rowWords)
  const headings = rows.filter(({ heading }) => heading).length
  const counted = view.rows === 'technician' ? technicians.length : headings || rows.length
  const isSmall = useIsSmall()
  const input = useSurfaceInput()
  const refs = useRefs()
  const { sight, hover, drag } = useSurface(refs, input)
  useForeignDrag(refs.scroller)
  const verdict = useVerdicts(drag)
  const onKeyDown = useBoardKeys(() => requestAnimationFrame(() => refs.focus.current?.focus()))
  const headBox = { top: AXIS_PX, width: input.head }
  return (
    <div className="relative min-h-0 min-w-0 flex-1">
      <div
        ref={refs.scroller}
        role="application"
        aria-label={words.board}
        aria-describedby="board-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the way into the board from the keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid="board"
        className="absolute inset-0 select-none overflow-auto overscroll-contain bg-canvas [@media(max-height:500px)]:overscroll-auto outline-offset-[-2px] [touch-action:pan-x_pan-y]"
      >
        <div ref={refs.spacer} className="relative">
          <div ref={refs.stage} className="sticky top-0 left-0 overflow-clip">
            <canvas ref={refs.canvas} aria-hidden className="block" />
            <div
              className="absolute bottom-0 left-0 overflow-clip border-line-strong/60 border-r bg-surface"
              style={headBox}
            >
              <div ref={refs.heads} className="absolute inset-x-0 top-0">
                {surface.current && (
                  <RowHeads stack={surface.current.stack} {...sight} isSmall={isSmall} />
                )}
              </div>
            </div>
            <div
              className="absolute top-0 left-0 flex items-end border-line-strong/60 border-r border-b bg-surface px-3 pb-1.5 text-ink-2 text-xs"
              style={{ height: AXIS_PX, width: input.head }}
            >
              <span className="truncate">{rowNames.count[view.rows](counted)}</span>
            </div>
            <button
              ref={refs.focus}
              type="button"
              tabIndex={-1}
              style={{ display: 'none' }}
              data-testid="focused-bar"
              className="pointer-events-none absolute top-0 left-0 z-10 rounded"
            >
              <span className="sr-only">
                {selectedBar && describeBar(selectedBar, { words, more, clock, now })}
                {selectedOpen && describeOpen(selectedOpen.seats, { more, clock })}
              </span>
            </button>
            <Ghost anchor={refs.ghost} verdict={verdict} />
          </div>
        </div>
      </div>
      {hover && drag.kind === 'idle' && <BarCard {...hover} />}
      <PlacingHint drag={drag} />
    </div>
  )
}
