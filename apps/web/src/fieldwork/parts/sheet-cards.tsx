import type { OwnSheet } from '@regie/contract/call-sheets'
import { Link } from '@tanstack/react-router'
import { CheckCheck, ChevronRight, ScrollText, Sparkles } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { sheetViewWords } from '../../productions/index.ts'
import { Badge } from '../../ui/badge.tsx'
import { useSheets } from '../offline/use-sheets.ts'
import { Section } from './section.tsx'

/** Call sheets of the productions to come; those that were not read first. */
export const SheetCards = () => {
  const words = useWords(sheetViewWords)
  const sheets = useSheets()
  if (!sheets || sheets.length === 0) return null
  const isUnread = ({ readAt }: OwnSheet) => readAt === null
  const inOrder = [...sheets.filter(isUnread), ...sheets.filter((one) => !isUnread(one))]
  return (
    <Section title={words.sheets}>
      {inOrder.map((sheet) => (
        <SheetCard key={sheet.projectId} sheet={sheet} />
      ))}
    </Section>
  )
}

const SheetCard = ({ sheet }: { sheet: OwnSheet }) => {
  const words = useWords(sheetViewWords)
  const clock = useClock()
  const { projectId, projectName, number, content, readAt, acknowledgedAt } = sheet
  const first = content.duties[0]
  return (
    <Link
      to="/call-sheet/$projectId"
      params={{ projectId }}
      className="flex items-center gap-3 rounded-card border border-line bg-surface p-4 active:bg-canvas"
    >
      <ScrollText aria-hidden className="size-6 shrink-0 text-accent" />
      <span className="min-w-0 flex-1">
        <span className="block break-words font-medium">{projectName}</span>
        <span className="block text-ink-2 text-sm">
          {[first && clock.dateTime(first.startsAt), words.version(number)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {readAt === null && (
          <span className="mt-1.5 block">
            <Badge tone="info" icon={Sparkles}>
              {words.unread}
            </Badge>
          </span>
        )}
      </span>
      {acknowledgedAt !== null && (
        <CheckCheck aria-label={words.confirmed} className="size-5 shrink-0 text-good" />
      )}
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
    </Link>
  )
}
