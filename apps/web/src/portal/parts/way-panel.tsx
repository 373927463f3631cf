import type { VisitPage } from '@regie/contract/portal-visit'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { straightMetres } from '../../lib/position.ts'
import { useTheme } from '../../lib/theme.tsx'
import { momentsIn } from '../moments.ts'
import { visitWords } from '../visit-words.ts'
import type { WayMap } from '../way-map.ts'

type Props = { readonly page: VisitPage; readonly seen: NonNullable<VisitPage['onTheMap']> }

const OLD_SECONDS = 5 * 60
const TICK_MS = 15_000

/** The position's age goes on while nothing new comes. */
const useAge = (told: number): number => {
  const [age, setAge] = useState(told)
  useEffect(() => {
    const from = performance.now()
    const tick = () => setAge(told + (performance.now() - from) / 1000)
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [told])
  return age
}

/** Where whoever is on the way was last seen, as a picture and in words; without the picture the words say it all. */
export const WayPanel = ({ page, seen }: Props) => {
  const words = useWords(visitWords)
  const { language } = useLanguage()
  const { time } = momentsIn(language, page.timeZone)
  const { position, site, at } = seen
  const age = useAge(seen.ageSeconds)
  const distance = site && kilometresIn(language)(straightMetres(position, site))
  const said = words.seen(page.technician, distance)
  return (
    <section aria-label={words.map} className="flex flex-col gap-2">
      <Picture page={page} seen={seen} label={said} />
      <p className="font-medium">{said}</p>
      <p className="nums text-ink-2">
        {words.seenAt(time(at), Math.round(age / 60))}
        {age > OLD_SECONDS && ` ${words.seenOld}`}
      </p>
    </section>
  )
}

/** No finer than what is known. */
const kilometresIn = (language: string) => (metres: number) =>
  metres < 950
    ? `${Math.max(100, Math.round(metres / 100) * 100)} m`
    : `${(metres < 9_500 ? Math.round(metres / 500) / 2 : Math.round(metres / 1000)).toLocaleString(language)} km`

const Picture = ({ page, seen, label }: Props & { label: string }) => {
  const words = useWords(visitWords)
  const { language } = useLanguage()
  const { resolved } = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<WayMap | null>(null)
  const [isMissing, setMissing] = useState(false)
  const { ground } = seen
  const show = useEffectEvent(() =>
    map.current?.show({
      ...seen,
      ...{ name: page.technician, here: words.here, kilometres: kilometresIn(language) },
    }),
  )
  const open = useEffectEvent(async (element: HTMLElement, isOpen: () => boolean) => {
    // It comes with the first position; where the network is cut just then, the words stand alone.
    const part = await import('../way-map.ts').catch(() => null)
    if (!isOpen()) return
    if (!part) return setMissing(true)
    map.current = new part.WayMap(element, ground)
    show()
  })
  useLayoutEffect(() => {
    let isOpen = true
    if (box.current) void open(box.current, () => isOpen)
    return () => {
      isOpen = false
      map.current?.close()
      map.current = null
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew with what it is drawn from; the theme is on <html> a frame later
  useEffect(() => {
    const frame = requestAnimationFrame(() => show())
    return () => cancelAnimationFrame(frame)
  }, [seen, page.technician, language, resolved])
  if (isMissing) return null
  return (
    <div
      ref={box}
      role="img"
      aria-label={label}
      data-testid="way-map"
      className="way-map isolate h-64 overflow-hidden rounded-card border border-line bg-sunken print:hidden"
    />
  )
}
