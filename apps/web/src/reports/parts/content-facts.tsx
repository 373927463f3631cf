import type { ReportContent } from '@regie/contract/report-content'
import { Fragment } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { clockOf } from '../../lib/time.ts'
import { contentWords } from '../content-words.ts'

/** For whom, where, when, by whom, on what: the head of the document. */
export const ContentFacts = ({ content }: { content: ReportContent }) => {
  const words = useWords(contentWords)
  const { language } = useLanguage()
  const clock = clockOf(content.timeZone, language)
  const { organization, workOrder, client, site, contact, planned, amends } = content
  const address = [site.address.line, `${site.address.postcode} ${site.address.city}`.trim()]
  const facts: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    [words.by, [organization.name, organization.details]],
    [words.client, [client.name, client.siret && `SIRET ${client.siret}`]],
    [words.place, [site.name, ...address]],
    [words.contact, [contact.name, contact.phone, contact.email]],
    [words.reference, [workOrder.reference, `${words.version} ${content.number}`]],
    [words.orderReference, [workOrder.orderReference]],
    [words.nature, [workOrder.nature]],
    [
      words.planned,
      planned
        ? [
            `${clock.dateAt(planned.from, 'dated')} ${clock.time(planned.from)} – ${clock.time(planned.until)}`,
          ]
        : [],
    ],
    [
      words.technicians,
      content.technicians.map(({ name, position }) => [name, position].filter(Boolean).join(', ')),
    ],
    [
      words.assets,
      content.assets.map(({ name, details }) => [name, details].filter(Boolean).join(' · ')),
    ],
    [amends ? words.amends(amends.number) : '', [amends?.reason]],
  ]
  return (
    <dl className="grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-4 gap-y-1.5">
      {facts.map(([name, lines]) => {
        const told = lines.filter(Boolean)
        return told.length === 0 ? null : (
          <Fragment key={name}>
            <dt className="text-ink-2">{name}</dt>
            <dd className="min-w-0 whitespace-pre-line break-words">{told.join('\n')}</dd>
          </Fragment>
        )
      })}
    </dl>
  )
}
