import type { FieldEntry } from '@regie/contract/field-entries'
import type { OpenEntry } from '@regie/contract/fieldwork'
import { Link } from '@tanstack/react-router'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useDecideEntries } from '../api.ts'
import { officeWords } from '../office-words.ts'
import { fileUrl, photoUrl } from '../offline/endpoints.ts'

/** What one technician did on one work order that was no longer theirs, or no longer open. */
export const OpenWork = ({ items }: { items: readonly OpenEntry[] }) => {
  const words = useWords(officeWords)
  const decide = useDecideEntries()
  const [first] = items
  if (!first) return null
  const settle = (counts: boolean) =>
    decide.act({ body: { entryIds: items.map(({ entry }) => entry.id), counts } })
  return (
    <Card title={`${first.title} · ${first.siteName}`} description={first.reference}>
      <div className="flex flex-col gap-3">
        {first.entry.why && (
          <p>
            <Badge tone="warn">{words.why[first.entry.why]}</Badge>
          </p>
        )}
        <ul className="flex flex-col gap-1">
          {items.map(({ entry }) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </ul>
        {decide.error && <ProblemNote problem={decide.error} />}
        <div className="flex flex-wrap gap-2">
          <Button tone="primary" isPending={decide.isPending} onPress={() => settle(true)}>
            {words.count}
          </Button>
          <Button isDisabled={decide.isPending} onPress={() => settle(false)}>
            {words.leaveOut}
          </Button>
          <Link
            to={`/work-orders/${first.workOrderId}` as never}
            className="inline-flex min-h-(--control) items-center px-2 text-accent"
          >
            {words.open}
          </Link>
        </div>
      </div>
    </Card>
  )
}

const Line = ({ entry }: { entry: FieldEntry }) => {
  const words = useWords(officeWords)
  const { language } = useLanguage()
  const clock = useClock()
  const { what } = entry
  const more = (() => {
    switch (what.kind) {
      case 'step':
        return words.steps[what.step]
      case 'note':
        return what.text
      case 'part':
        return `${numberText(language, what.quantity)} ${what.unit} ${what.label}`
      case 'reading':
        return `${what.label} ${numberText(language, what.value)} ${what.unit}`
      case 'correction':
        return `${clock.dateTime(what.at)} · ${what.reason}`
      case 'photo':
        return what.caption
      case 'file':
        return what.name
    }
  })()
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <span className="font-medium">{words.kinds[what.kind]}</span>
      <span className="min-w-0 break-words">{more}</span>
      <span className="text-ink-2">{words.by(entry.by, clock.dateTime(entry.at))}</span>
      {what.kind === 'file' && (
        <a href={fileUrl(what.fileId)} target="_blank" rel="noreferrer" className="text-accent">
          {words.openFile}
        </a>
      )}
      {what.kind === 'photo' && (
        <img
          src={photoUrl(what.photoId)}
          alt={words.kinds.photo}
          loading="lazy"
          className="size-24 rounded-control object-cover"
        />
      )}
    </li>
  )
}
