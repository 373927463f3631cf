import { type FieldWork, foldWork } from '@regie/contract/field-log'
import type { FieldSeat } from '@regie/contract/fieldwork'
import type { ReactNode } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { numberText } from '../../lib/words.ts'
import { Card } from '../../ui/card.tsx'
import { Note } from '../../ui/note.tsx'
import { officeWords } from '../office-words.ts'
import { photoUrl } from '../offline/endpoints.ts'
import { useOfficeTell } from '../use-office-tell.ts'
import { fieldworkWords } from '../words.ts'
import { FileList } from './file-list.tsx'
import { Notes } from './notes.tsx'
import { ProgressLog } from './progress-log.tsx'
import { Times } from './times.tsx'

const NOTHING: ReadonlySet<string> = new Set()

/** What one technician told of their place: times, notes, parts, readings, photos and files. */
export const SeatLog = ({ seat }: { seat: FieldSeat }) => {
  const words = useWords(officeWords)
  const field = useWords(fieldworkWords)
  const clock = useClock()
  const mayWrite = useCan()('fieldwork.write')
  const tell = useOfficeTell(seat.assignmentId)
  const work = foldWork(seat.entries)
  const open = seat.entries.filter(
    ({ standing }) => standing === 'aside' || standing === 'to_decide',
  ).length
  const about = [
    seat.positionName,
    clock.dateAt(seat.startsAt, 'medium'),
    clock.range(seat.startsAt, seat.endsAt),
    field.states[seat.state],
  ]
  return (
    <Card title={seat.technicianName} description={about.filter(Boolean).join(' · ')}>
      <div className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-2">
        {open > 0 && <Note tone="warn">{words.undecided(open)}</Note>}
        <Part title={field.progress}>
          <Times stop={{ ...seat, work }} now={Date.now()} />
          <ProgressLog steps={work.steps} unsent={NOTHING} tell={mayWrite ? tell : null} />
        </Part>
        <Part title={field.notes}>
          <Notes notes={work.notes} unsent={NOTHING} tell={mayWrite ? tell : null} />
        </Part>
        <Used work={work} />
        <Pictures work={work} />
      </div>
    </Card>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="min-w-0">
    <h3 className="mb-1.5 font-semibold text-ink-2">{title}</h3>
    {children}
  </section>
)

const Used = ({ work: { parts, readings } }: { work: FieldWork }) => {
  const field = useWords(fieldworkWords)
  const words = useWords(officeWords)
  const { language } = useLanguage()
  const amount = (value: number, unit: string) =>
    [numberText(language, value), unit].filter(Boolean).join(' ')
  const lists = [
    [
      field.partsUsed,
      parts.map(({ id, label, quantity, unit }) => [id, label, amount(quantity, unit)]),
    ],
    [
      words.readings,
      readings.map(({ id, label, value, unit }) => [id, label, amount(value, unit)]),
    ],
  ] as const
  return lists.map(
    ([title, lines]) =>
      lines.length > 0 && (
        <Part key={title} title={title}>
          <ul>
            {lines.map(([id, label, text]) => (
              <li key={id} className="flex justify-between gap-3 border-line border-b py-1.5">
                <span className="min-w-0 break-words">{label}</span>
                <span className="nums font-semibold">{text}</span>
              </li>
            ))}
          </ul>
        </Part>
      ),
  )
}

const Pictures = ({ work: { photos, files } }: { work: FieldWork }) => {
  const field = useWords(fieldworkWords)
  return (
    <>
      {photos.length > 0 && (
        <Part title={field.photos}>
          <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
            {photos.map(({ id, photo: { moment, caption } }) => (
              <li key={id}>
                <a href={photoUrl(id)} target="_blank" rel="noreferrer" className="block">
                  <img
                    src={photoUrl(id)}
                    alt={caption || field.moments[moment]}
                    loading="lazy"
                    className="aspect-square w-full rounded-control bg-sunken object-cover"
                  />
                  <span className="block truncate text-ink-2 text-sm">
                    {caption || field.moments[moment]}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {files.length > 0 && (
        <Part title={field.files}>
          <FileList files={files} />
        </Part>
      )}
    </>
  )
}
