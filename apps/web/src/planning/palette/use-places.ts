// Where the palette leads on the board: a day, the row of somebody, the visits at a client or site.
import { plain } from '@regie/contract/board-filters'
import type { Bar } from '@regie/contract/planning'
import { Building2, CalendarDays, HardHat, MapPin } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import type { PaletteEntry } from '../../ui/offered-entries.ts'
import { useBoard } from '../board-context.tsx'
import { technicianOfRow } from '../engine/row-id.ts'
import { barOf } from '../from-contract.ts'
import { rowWords } from '../row-words.ts'
import { paletteWords } from './palette-words.ts'
import { typedDay } from './typed-day.ts'

const MOST_OF_A_KIND = 5
const LEAST_TYPED = 2

const useDays = () => {
  const { goToDay, kinds } = useWords(paletteWords)
  const { language } = useLanguage()
  const clock = useClock()
  const { today, view, setView } = useBoard()
  return (typed: string): PaletteEntry[] => {
    const date = typedDay(typed, language, today)
    if (date === null) return []
    return [
      {
        id: `day-${date}`,
        label: goToDay(clock.date(date, 'long')),
        kind: kinds.day,
        icon: CalendarDays,
        run: () => setView({ date, ...(view.view === 'month' ? { view: 'day' as const } : {}) }),
      },
    ]
  }
}

/** The first visit still to come of each name, or the first of all. */
const firstOf = (bars: readonly Bar[], now: number): Bar | undefined => {
  const sorted = bars.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return sorted.find(({ endsAt }) => Date.parse(endsAt) > now) ?? sorted[0]
}

const useWorkPlaces = () => {
  const { kinds, goToRow } = useWords(paletteWords)
  const { visits } = useWords(rowWords)
  const { bars, now, select, rowOfBar, surface } = useBoard()
  const go = (own: readonly Bar[]) => () => {
    const bar = firstOf(own, now)
    if (!bar) return
    select({ kind: 'bar', id: bar.id })
    surface.current?.reveal({ ...barOf(bar), rowId: rowOfBar(bar) })
  }
  const among = (
    typed: string,
    kind: 'client' | 'site',
    of: (bar: Bar) => { readonly id: string; readonly name: string },
  ): PaletteEntry[] => {
    const words = plain(typed).split(/\s+/).filter(Boolean)
    const groups = new Map<string, { name: string; own: Bar[] }>()
    for (const bar of bars) {
      const { id, name } = of(bar)
      const group = groups.get(id) ?? { name, own: [] }
      group.own.push(bar)
      groups.set(id, group)
    }
    return [...groups]
      .filter(([, { name }]) => words.every((word) => plain(name).includes(word)))
      .slice(0, MOST_OF_A_KIND)
      .map(([id, { name, own }]) => ({
        id: `${kind}-${id}`,
        label: goToRow(name),
        detail: visits(own.length),
        kind: kinds[kind],
        icon: kind === 'client' ? Building2 : MapPin,
        run: go(own),
      }))
  }
  return (typed: string): PaletteEntry[] => [
    ...among(typed, 'client', ({ clientId, clientName }) => ({ id: clientId, name: clientName })),
    ...among(typed, 'site', ({ siteId, siteName }) => ({ id: siteId, name: siteName })),
  ]
}

const useRowPlaces = () => {
  const { kinds, goToRow } = useWords(paletteWords)
  const { rows, technicians, days, view, setView, surface } = useBoard()
  return (typed: string): PaletteEntry[] => {
    const words = plain(typed).split(/\s+/).filter(Boolean)
    const shown = new Set(rows.map(({ id }) => technicianOfRow(id)))
    return technicians
      .filter(({ id, name }) => {
        const text = plain(name)
        return shown.has(id) && words.every((word) => text.includes(word))
      })
      .slice(0, MOST_OF_A_KIND)
      .map(({ id, name, team }) => ({
        id: `row-${id}`,
        label: goToRow(name),
        detail: team,
        kind: kinds.technician,
        icon: HardHat,
        run: () => {
          if (view.list) setView({ list: false })
          const at = days[0]?.opens ?? 0
          // Once the board stands again, should the list have been shown.
          requestAnimationFrame(() => surface.current?.reveal({ rowId: id, from: at, until: at }))
        },
      }))
  }
}

/** Nothing is offered before something is typed: a board has hundreds of each. */
export const usePlaces = () => {
  const days = useDays()
  const rows = useRowPlaces()
  const works = useWorkPlaces()
  return (typed: string): PaletteEntry[] =>
    typed.length < LEAST_TYPED ? [] : [...days(typed), ...rows(typed), ...works(typed)]
}
