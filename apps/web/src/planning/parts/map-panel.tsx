import { listBacklog } from '@regie/contract/planning-backlog'
import { Maximize, X } from 'lucide-react'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../lib/call.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useTheme } from '../../lib/theme.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Note } from '../../ui/note.tsx'
import { Select } from '../../ui/select.tsx'
import { useBacklogPoints, useMapSettings } from '../api-map.ts'
import { useBoard } from '../board-context.tsx'
import { barOf } from '../from-contract.ts'
import { type MapScene, TourMap } from '../map/tour-map.ts'
import { citiesOf, type Point, toursOf } from '../map/tours.ts'
import { mapWords } from '../map-words.ts'

const MOST_CITIES = 60

/** The day whose tours are shown: that of what is selected, else the one chosen, else today or the first. */
const useTourDay = () => {
  const { days, now, selectedBar } = useBoard()
  const [chosen, choose] = useState<string | null>(null)
  const selectedAt = selectedBar ? Date.parse(selectedBar.startsAt) : null
  const holding = (at: number) => days.find(({ from, until }) => at >= from && at < until)
  const day =
    (selectedAt === null ? undefined : holding(selectedAt)) ??
    days.find(({ date }) => date === chosen) ??
    holding(now) ??
    days[0]
  return { day, choose }
}

const useScene = (day: { from: number; until: number } | undefined) => {
  const words = useWords(mapWords)
  const clock = useClock()
  const { technicians, bars, clear, selection, selectedBar, selectedOpen } = useBoard()
  const { data } = useBacklogPoints()
  const waiting = data?.items
  const waitingId = selection?.kind === 'item' ? selection.workOrderId : selectedOpen?.bar.workId
  const selectedId = selectedBar?.id ?? waitingId ?? null
  return useMemo((): MapScene & { readonly nowhere: number } => {
    const shown = bars.filter(({ id }) => !clear || clear.has(id))
    const tours = day ? toursOf(technicians, shown, day) : []
    const points = (waiting ?? []).map((one) => ({
      id: one.workOrderId,
      at: [one.latitude, one.longitude] as Point,
      colour: one.colour,
      label: `${one.siteName} · ${one.title}`,
      city: one.city,
    }))
    const stops = tours.flatMap((tour) => tour.stops.map(({ bar, at }) => ({ city: bar.city, at })))
    return {
      tours,
      waiting: points,
      cities: citiesOf([...stops, ...points], MOST_CITIES),
      selectedId,
      nowhere: tours.reduce((sum, tour) => sum + tour.nowhere, 0),
      homeLabel: ({ technician }) => words.home(technician.name),
      stopLabel: (tour, rank) => {
        const stop = tour.stops.find((one) => one.rank === rank)
        const time = stop ? clock.range(stop.bar.startsAt, stop.bar.endsAt) : ''
        return `${words.stop(rank, stop?.bar.siteName ?? '', time)} · ${tour.technician.name}`
      },
    }
  }, [technicians, bars, clear, day, waiting, selectedId, words, clock])
}

/** Clicks on the map are selections on the board. */
const useHands = () => {
  const { select, byId, rowOfBar, surface } = useBoard()
  const onBar = useEffectEvent((id: string) => {
    const bar = byId.get(id)
    if (!bar) return
    select({ kind: 'bar', id })
    surface.current?.reveal({ ...barOf(bar), rowId: rowOfBar(bar) })
  })
  const { data } = useBacklogPoints()
  const onWaiting = useEffectEvent((workOrderId: string) => {
    const siteId = data?.items.find((one) => one.workOrderId === workOrderId)?.siteId
    if (!siteId) return
    // The list beside the board may not have read it yet.
    void call(listBacklog, { query: { siteId, limit: 200 } }).then(({ items }) => {
      const item = items.find((one) => one.workOrderId === workOrderId)
      if (item) select({ kind: 'item', workOrderId, item })
    })
  })
  return { onBar, onWaiting }
}

const useMap = (scene: MapScene) => {
  const words = useWords(mapWords)
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<TourMap | null>(null)
  const [failed, setFailed] = useState(false)
  const { data: settings } = useMapSettings()
  const { resolved } = useTheme()
  const { onBar, onWaiting } = useHands()
  const showNow = useEffectEvent(() => map.current?.show(scene))
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; its hands always speak for the latest render
  useLayoutEffect(() => {
    if (!box.current) return undefined
    const made = new TourMap(box.current, {
      onBar: (id) => onBar(id),
      onWaiting: (id) => onWaiting(id),
    })
    map.current = made
    showNow()
    return () => {
      made.close()
      map.current = null
    }
  }, [])
  const layGround = useEffectEvent(() => {
    if (settings) map.current?.layGround(settings, words.base).catch(() => setFailed(true))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the settings are known
  useEffect(() => layGround(), [settings])
  useEffect(() => map.current?.show(scene), [scene])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is on <html> a frame later
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      map.current?.paintGround()
      showNow()
    })
    return () => cancelAnimationFrame(frame)
  }, [resolved])
  return { box, map, failed }
}

/** Tours of one day as lines and what waits as points, beside the board; a click in one shows it in the other. */
export const MapPanel = () => {
  const words = useWords(mapWords)
  const clock = useClock()
  const { days, setView, selectedBar } = useBoard()
  const { day, choose } = useTourDay()
  const scene = useScene(day)
  const { box, map, failed } = useMap(scene)
  const selectedAt = selectedBar?.position
  useEffect(() => {
    if (selectedAt) map.current?.goTo([selectedAt.latitude, selectedAt.longitude])
  }, [selectedAt, map])
  return (
    <section
      aria-label={words.title}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-line-strong/60 max-lg:border-t lg:border-l print:hidden"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-surface px-3 py-1.5">
        <Select
          label={words.day}
          isLabelHidden
          value={day?.date ?? null}
          onChange={choose}
          options={days.map(({ date }) => ({ id: date, label: clock.date(date) }))}
          className="w-40"
        />
        <p className="nums min-w-0 flex-1 truncate text-ink-2 text-xs">
          {words.waits(scene.waiting.length)}
          {scene.nowhere > 0 && ` · ${words.nowhere(scene.nowhere)}`}
        </p>
        <IconButton icon={Maximize} label={words.fit} onPress={() => map.current?.fit()} />
        <IconButton icon={X} label={words.hide} onPress={() => setView({ map: false })} />
      </header>
      {failed && <Note tone="warn">{`${words.failed}. ${words.failedText}`}</Note>}
      {selectedBar && !selectedBar.position && <Note tone="warn">{words.noPosition}</Note>}
      <div
        ref={box}
        role="application"
        aria-label={words.label}
        data-testid="tour-map"
        className="tour-map isolate min-h-0 flex-1"
      />
    </section>
  )
}
