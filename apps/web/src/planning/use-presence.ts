// Colleagues on the same days: where they point, what they hold; and telling them the same of us.
import {
  PRESENCE_BEAT_MS,
  PRESENCE_EVENT,
  PRESENCE_GONE_MS,
  type Presence,
  tellPresence,
} from '@regie/contract/planning-presence'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../lib/call.ts'
import { makeId } from '../lib/id.ts'
import { useLive } from '../lib/live.tsx'
import type { DragState } from './engine/drag.ts'
import type { Colleague } from './engine/overlays.ts'
import { technicianOfRow } from './engine/row-id.ts'

/** Dark enough for white letters on them, far apart from one another. */
const colours = ['#8a3ffc', '#b0134f', '#0b6e4f', '#9a4a00', '#005cc5', '#6b5b00'] as const

const colourOf = (id: string): string => {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return colours[sum % colours.length] ?? colours[0]
}

type Heard = Colleague & { readonly until: number; readonly days: readonly [string, string] }

const LEAST_MS = 350

type Days = { readonly first: string; readonly last: string }

/** Those who look at any of the same days, for as long as they go on telling. */
const useColleagues = (own: string, { first, last }: Days): readonly Colleague[] => {
  const [heard, setHeard] = useState<ReadonlyMap<string, Heard>>(new Map())
  useLive([PRESENCE_EVENT], ({ payload, by }) => {
    const told = payload as Presence
    if (told.windowId === own) return
    setHeard((before) => {
      const next = new Map(before)
      if (told.leaving) next.delete(told.windowId)
      else
        next.set(told.windowId, {
          id: told.windowId,
          name: by.name,
          colour: colourOf(by.memberId ?? told.windowId),
          pointer: told.pointer && {
            rowId: told.pointer.technicianId,
            at: Date.parse(told.pointer.at),
          },
          held: told.holding?.id ?? null,
          until: Date.now() + PRESENCE_GONE_MS,
          days: [told.from, told.until],
        })
      return next
    })
  })
  useEffect(() => {
    const timer = setInterval(() => {
      const now = Date.now()
      setHeard((before) => {
        const left = [...before].filter(([, { until }]) => until > now)
        return left.length === before.size ? before : new Map(left)
      })
    }, PRESENCE_BEAT_MS / 2)
    return () => clearInterval(timer)
  }, [])
  return useMemo(
    () => [...heard.values()].filter(({ days }) => days[0] <= last && days[1] >= first),
    [heard, first, last],
  )
}

const holdingOf = (state: DragState): Presence['holding'] =>
  state.kind === 'held'
    ? {
        id: state.grip.id,
        technicianId: state.target ? technicianOfRow(state.target.rowId) : null,
        at: state.target ? new Date(state.target.from).toISOString() : null,
      }
    : null

const isUuid = (text: string): boolean => /^[\da-f]{8}-[\da-f-]{27}$/i.test(text)

/** Tells at most a few times a second; what is held at once, so that others leave it alone. */
export const usePresence = (days: Days, mayPlan: boolean) => {
  const [windowId] = useState(makeId)
  const { first, last } = days
  const colleagues = useColleagues(windowId, days)
  const state = useRef<Pick<Presence, 'pointer' | 'holding'>>({ pointer: null, holding: null })
  const sent = useRef({ at: 0, timer: null as ReturnType<typeof setTimeout> | null })
  const latest = useRef({ first, last })
  latest.current = { first, last }
  const send = useCallback(
    (leaving = false) => {
      const { first: from, last: until } = latest.current
      sent.current.at = Date.now()
      const body = { windowId, from, until, ...state.current, leaving }
      // Nobody misses a pointer that did not come through.
      call(tellPresence, { body }).catch(() => undefined)
    },
    [windowId],
  )
  const soon = useCallback(() => {
    if (sent.current.timer !== null) return
    const wait = Math.max(0, sent.current.at + LEAST_MS - Date.now())
    sent.current.timer = setTimeout(() => {
      sent.current.timer = null
      if (!document.hidden) send()
    }, wait)
  }, [send])
  // Alone on the board nobody looks at our pointer: only the beat goes on.
  const isAlone = useRef(true)
  isAlone.current = colleagues.length === 0
  const point = useCallback(
    (over: { readonly rowId: string; readonly at: number } | null) => {
      const technicianId = over && technicianOfRow(over.rowId)
      const pointer =
        technicianId && isUuid(technicianId)
          ? { technicianId, at: new Date(Math.round(over?.at ?? 0)).toISOString() }
          : null
      state.current = { ...state.current, pointer }
      if (!isAlone.current) soon()
    },
    [soon],
  )
  const hold = useCallback(
    (drag: DragState) => {
      const next = mayPlan ? holdingOf(drag) : null
      const holding = next && isUuid(next.id) ? next : null
      if (!holding && !state.current.holding) return
      state.current = { ...state.current, holding }
      soon()
    },
    [mayPlan, soon],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew when other days are shown
  useEffect(() => {
    soon()
    const timer = setInterval(() => !document.hidden && send(), PRESENCE_BEAT_MS)
    const leave = () => send(true)
    addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      if (sent.current.timer !== null) clearTimeout(sent.current.timer)
      sent.current.timer = null
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [send, soon, first, last])
  return { colleagues, point, hold }
}
