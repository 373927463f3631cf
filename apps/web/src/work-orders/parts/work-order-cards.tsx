// The cards of a work order's page.
import { phoneText } from '@regie/contract/phone'
import type { WorkOrder } from '@regie/contract/work-orders'
import { Link } from '@tanstack/react-router'
import { UserRound, UsersRound } from 'lucide-react'
import { categoryWords, PriorityMark } from '../../catalog/index.ts'
import { useSite } from '../../clients/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { listText } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { SkillList, useSkillBook } from '../../workforce/index.ts'
import { useWorkOrder } from '../api.ts'
import { workOrderWords } from '../words.ts'

const linkClass = 'text-accent hover:underline'

export const DetailsCard = ({ workOrder }: { workOrder: WorkOrder }) => {
  const words = useWords(workOrderWords)
  const categories = useWords(categoryWords)
  const clock = useClock()
  const { language } = useLanguage()
  const { data: site } = useSite(workOrder.siteId)
  const assets = site?.assets.filter(({ id }) => workOrder.assetIds.includes(id)) ?? []
  const link = (to: string, text: string) => (
    <Link to={to} className={linkClass}>
      {text}
    </Link>
  )
  const { contact, projectId, projectCode } = workOrder
  return (
    <Card title={words.details}>
      <KeyValues
        items={[
          { label: words.site, value: link(`/sites/${workOrder.siteId}`, workOrder.siteName) },
          {
            label: words.client,
            value: link(`/clients/${workOrder.clientId}`, workOrder.clientName),
          },
          {
            label: words.assets,
            value:
              assets.length > 0 &&
              listText(
                language,
                assets.map(({ name }) => name),
              ),
          },
          {
            label: words.project,
            value: projectId && link(`/projects/${projectId}`, projectCode ?? ''),
          },
          { label: words.priority, value: <PriorityMark priorityId={workOrder.priorityId} /> },
          {
            label: words.category,
            value: [categories[workOrder.category], workOrder.nature].filter(Boolean).join(' · '),
          },
          {
            label: words.contact,
            value: [contact.name, phoneText(contact.phone), contact.email]
              .filter(Boolean)
              .join(' · '),
          },
          { label: words.description, value: <Prose text={workOrder.description} /> },
          { label: words.notes, value: <Prose text={workOrder.notes} /> },
          { label: words.externalId, value: workOrder.externalId },
          { label: words.created, value: clock.dateTime(workOrder.createdAt, 'short') },
        ].map((item) => ({ ...item, value: item.value || null }))}
      />
    </Card>
  )
}

const Prose = ({ text }: { text: string }) =>
  text ? <p className="whitespace-pre-wrap">{text}</p> : <span className="text-ink-3">—</span>

export const WhenCard = ({ workOrder }: { workOrder: WorkOrder }) => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  const { windows, earliestAt, dueAt, durationMinutes, dependencies } = workOrder
  return (
    <Card title={words.when}>
      <KeyValues
        items={[
          { label: words.duration, value: durationMinutes && clock.duration(durationMinutes) },
          {
            label: words.windows,
            value:
              windows.length === 0 ? (
                words.noWindows
              ) : (
                <ul className="nums">
                  {windows.map(({ from, until }) => (
                    <li key={from}>
                      {clock.dateAt(from)}, {clock.range(from, until)}
                    </li>
                  ))}
                </ul>
              ),
          },
          { label: words.earliest, value: earliestAt && clock.dateTime(earliestAt) },
          { label: words.due, value: dueAt && clock.dateTime(dueAt) },
          ...(dependencies.length
            ? [
                {
                  label: words.dependencies,
                  value: (
                    <ul>
                      {dependencies.map((one) => (
                        <After key={one.afterId} {...one} />
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

const After = ({ afterId, lagMinutes }: { afterId: string; lagMinutes: number }) => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  const { data } = useWorkOrder(afterId)
  return (
    <li>
      <Link to={`/work-orders/${afterId}`} className={linkClass}>
        {data ? `${data.title} (${data.reference})` : '…'}
      </Link>
      {lagMinutes > 0 && (
        <span className="text-ink-2">, {words.lagText(clock.duration(lagMinutes))}</span>
      )}
    </li>
  )
}

export const PeopleCard = ({ workOrder }: { workOrder: WorkOrder }) => {
  const words = useWords(workOrderWords)
  const { kinds } = useSkillBook()
  const codes = (ids: readonly string[]) => ids.map((id) => kinds.get(id)?.code ?? '…')
  return (
    <Card title={words.positions}>
      <ul className="flex flex-col divide-y divide-line">
        {workOrder.positions.map(({ positionIds, ...position }) => (
          <li key={positionIds[0]} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            {position.headcount > 1 ? (
              <UsersRound aria-hidden className="size-4 text-ink-2" />
            ) : (
              <UserRound aria-hidden className="size-4 text-ink-2" />
            )}
            <span className="font-medium">{position.label || words.onePerson}</span>
            {(position.headcount > 1 || position.label) && (
              <span className="text-ink-2">{words.people(position.headcount)}</span>
            )}
            {!position.mandatory && <Badge>{words.niceToHave}</Badge>}
            <SkillList skills={position.skills} />
            <Kinds codes={codes(position.certificationKindIds)} />
          </li>
        ))}
      </ul>
      {(workOrder.skills.length > 0 || workOrder.certificationKindIds.length > 0) && (
        <div className="mt-2 border-line border-t pt-3">
          <p className="mb-1.5 text-ink-2">{words.requirements}</p>
          <div className="flex flex-wrap gap-1.5">
            <SkillList skills={workOrder.skills} />
            <Kinds codes={codes(workOrder.certificationKindIds)} />
          </div>
        </div>
      )}
    </Card>
  )
}

const Kinds = ({ codes }: { codes: readonly string[] }) =>
  codes.map((code) => (
    <Badge key={code} tone="info">
      {code}
    </Badge>
  ))

export const ProductsCard = ({ workOrder }: { workOrder: WorkOrder }) => {
  const words = useWords(workOrderWords)
  const { language } = useLanguage()
  const number = new Intl.NumberFormat(language)
  if (workOrder.requiredProducts.length === 0) return null
  return (
    <Card title={words.products}>
      <ul className="flex flex-col divide-y divide-line">
        {workOrder.requiredProducts.map(({ label, quantity, unit }) => (
          <li key={`${label} ${unit}`} className="flex justify-between gap-4 py-1.5">
            <span>{label}</span>
            <span className="nums text-ink-2">
              {number.format(quantity)} {unit}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
