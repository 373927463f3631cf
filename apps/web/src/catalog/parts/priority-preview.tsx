import type { Priority } from '@regie/contract/catalog'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { contrast, parseColour } from '../../lib/colour.ts'
import { useWords } from '../../lib/language.tsx'
import { priorityIcons } from '../priority-icons.ts'
import { catalogWords } from '../words.ts'

const grounds = [
  { theme: 'light', ground: '#ffffff' },
  { theme: 'dark', ground: '#141c1e' },
] as const

/** What a sign needs to be told from its ground (WCAG 1.4.11). */
const LEAST = 3
/** Nearer than this two colours are one to most eyes in a hurry. */
const NEAR = 60

const distance = (one: string, other: string): number => {
  const [a, b] = [parseColour(one), parseColour(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

type Props = {
  readonly colour: string
  readonly icon: Priority['icon']
  readonly name: string
  /** The other priorities, to be told from. */
  readonly others: readonly Priority[]
}

/** How the colour will stand on the board in both themes, measured, and whether another priority looks the same. */
export const PriorityPreview = ({ colour, icon, name, others }: Props) => {
  const words = useWords(catalogWords)
  const Icon = priorityIcons[icon]
  const like = others.filter((other) => distance(other.colour, colour) < NEAR)
  const sameIcon = like.find((other) => other.icon === icon)
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-2">
        {grounds.map(({ theme, ground }) => {
          const ratio = contrast(parseColour(colour), parseColour(ground))
          const isGood = ratio >= LEAST
          const Sign = isGood ? CircleCheck : TriangleAlert
          return (
            <div
              key={theme}
              className="flex flex-col gap-1 rounded-control border border-line p-2"
              style={{ background: ground, color: theme === 'dark' ? '#e7eeee' : '#122022' }}
            >
              <span className="flex items-center gap-2">
                <span aria-hidden className="h-6 w-1.5 rounded-sm" style={{ background: colour }} />
                <Icon aria-hidden className="size-4" style={{ color: colour }} />
                <span className="truncate text-[0.8125rem]">{name || words.newPriority}</span>
              </span>
              <span className="nums flex items-center gap-1 text-xs">
                <Sign aria-hidden className="size-3.5" />
                {words.contrast[theme](ratio.toFixed(1))}
              </span>
            </div>
          )
        })}
      </div>
      {like.length > 0 && (
        <p className="flex items-center gap-1.5 text-[0.8125rem] text-warn">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {words.contrast.like(like.map((other) => other.name).join(', '), Boolean(sameIcon))}
        </p>
      )}
    </div>
  )
}
