import { foldWork } from '@regie/contract/field-log'
import type { PastWork } from '@regie/contract/fieldwork'
import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { usePhoneStore } from '../offline/phone.tsx'
import { fieldworkWords } from '../words.ts'
import { PastPhoto } from './past-photo.tsx'
import { PastReportView } from './past-report.tsx'

/** What was done at this site before, from the phone's own store. */
export const History = ({ siteId }: { siteId: string }) => {
  const words = useWords(fieldworkWords)
  const { db } = usePhoneStore()
  const [past, setPast] = useState<readonly PastWork[] | null>(null)
  useEffect(() => {
    const watch = liveQuery(() => db.history.get(siteId)).subscribe({
      next: (held) => setPast(held?.work ?? []),
      error: () => setPast([]),
    })
    return () => watch.unsubscribe()
  }, [db, siteId])
  if (past === null) return null
  if (past.length === 0) return <p className="text-ink-2">{words.noHistory}</p>
  return (
    <ol className="flex flex-col gap-4">
      {past.map((work) => (
        <PastVisit key={work.workOrderId} work={work} />
      ))}
    </ol>
  )
}

const PastVisit = ({ work }: { work: PastWork }) => {
  const words = useWords(fieldworkWords)
  const { language } = useLanguage()
  const clock = useClock()
  const { notes, parts, readings, photos } = foldWork(work.entries)
  const amount = (value: number, unit: string) =>
    [numberText(language, value), unit].filter(Boolean).join(' ')
  return (
    <li className="border-line border-l-4 pl-3">
      <p className="font-semibold">{clock.dateAt(work.startsAt, 'medium')}</p>
      <p>
        {work.title} <span className="text-ink-2">· {work.technicians.join(', ')}</span>
      </p>
      {work.report && <PastReportView report={work.report} />}
      {notes.map(({ id, text }) => (
        <p key={id} className="mt-1 whitespace-pre-wrap break-words text-ink-2">
          {text}
        </p>
      ))}
      {readings.length > 0 && (
        <p className="nums mt-1">
          {readings.map((one) => `${one.label} ${amount(one.value, one.unit)}`).join(' · ')}
        </p>
      )}
      {parts.length > 0 && (
        <p className="mt-1 text-ink-2">
          {words.partsUsed}{' '}
          {parts.map((one) => `${amount(one.quantity, one.unit)} ${one.label}`).join(', ')}
        </p>
      )}
      {photos.length > 0 && (
        <ul className="mt-2 grid grid-cols-4 gap-2">
          {photos.map(({ id, photo }) => (
            <li key={id} className="aspect-square overflow-hidden rounded-control bg-sunken">
              <PastPhoto id={id} alt={words.moments[photo.moment]} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
