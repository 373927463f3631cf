import { Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { fieldworkWords } from '../words.ts'

type Props = {
  readonly title: string
  readonly text?: string
  /** It changed since it was last looked at. */
  readonly isNews?: boolean
  readonly children?: ReactNode
}

/** One heading with its text or content; nothing at all when there is nothing to say. */
export const Block = ({ title, text, isNews = false, children }: Props) =>
  (text || children) && (
    <section className="rounded-card border border-line bg-surface p-4">
      <h2 className="mb-1.5 flex flex-wrap items-center gap-2 font-semibold">
        {title}
        {isNews && <NewsMark />}
      </h2>
      {text && <p className="whitespace-pre-wrap break-words">{text}</p>}
      {children}
    </section>
  )

/** Colour, icon and word: seen in the sun, and read aloud. */
export const NewsMark = () => (
  <Badge tone="info" icon={Sparkles}>
    {useWords(fieldworkWords).changed}
  </Badge>
)
