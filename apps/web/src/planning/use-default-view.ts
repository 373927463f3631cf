// A board whose address says nothing opens with the view chosen for that, once.
import { useLocation } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useViews } from './api-views.ts'
import { useBoard } from './board-context.tsx'
import { openingOf } from './board-view.ts'

export const useDefaultView = (): void => {
  const { setView } = useBoard()
  const said = useLocation({ select: ({ search }) => Object.keys(search).length > 0 })
  const isSettled = useRef(said)
  const { data } = useViews()
  const open = useEffectEvent(() => {
    if (isSettled.current || !data) return
    isSettled.current = true
    const chosen = data.items.find(({ isDefault }) => isDefault)
    if (chosen) setView(openingOf(chosen.board, chosen.id))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the views are known
  useEffect(() => open(), [data])
}
