import { phoneText } from '@regie/contract/phone'
import type { Technician } from '@regie/contract/workforce'
import { Link } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { mapUrl, positionText } from '../../lib/position.ts'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { moneyText } from '../../lib/words.ts'
import { ArchiveMenu } from '../../ui/archive-menu.tsx'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useArchiveTechnician, useSkillBook, useTechnician } from '../api.ts'
import { AbsenceCard } from '../parts/absence-card.tsx'
import { CertificationBadge } from '../parts/certification-badge.tsx'
import { SignInCard } from '../parts/sign-in-card.tsx'
import { SkillList } from '../parts/skill-list.tsx'
import { WeekView } from '../parts/week-view.tsx'
import { shiftMinutes } from '../week.ts'
import { workforceWords } from '../words.ts'

export const TechnicianDetail = () => {
  const technicianId = useParam('technicianId')
  return (
    <Loaded read={useTechnician(technicianId)}>
      {(technician) => <Sheet technician={technician} />}
    </Loaded>
  )
}

const Sheet = ({ technician }: { technician: Technician }) => {
  const words = useWords(workforceWords)
  const clock = useClock()
  const mayWrite = useCan()('workforce.write')
  const { actAsync: archive } = useArchiveTechnician()
  const { id, version, name } = technician
  const weekMinutes = technician.weeklyShifts.reduce((sum, one) => sum + shiftMinutes(one), 0)
  return (
    <>
      <PageHeader
        title={name}
        path={[{ label: words.technicians, to: '/technicians' }]}
        aside={
          <span className="flex gap-2">
            <Badge colour={technician.colour}>{words.kinds[technician.kind]}</Badge>
            {technician.archivedAt && <Badge>{words.archived}</Badge>}
          </span>
        }
        actions={
          mayWrite && (
            <>
              <ArchiveMenu
                name={name}
                isArchived={technician.archivedAt !== null}
                onArchive={(archived) =>
                  archive({ params: { technicianId: id }, body: { version, archived } })
                }
              />
              <Link to={`/technicians/${id}/edit`} className={buttonClass({})}>
                <Pencil aria-hidden className="size-4" />
                {words.edit}
              </Link>
            </>
          )
        }
      />
      <Page>
        <div className="grid gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <Profile technician={technician} />
            <Card title={words.skills}>
              {technician.skills.length === 0 ? (
                <p className="text-ink-2">{words.noSkills}</p>
              ) : (
                <SkillList skills={technician.skills} />
              )}
            </Card>
            <Certifications technician={technician} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Card title={words.week} description={words.hoursAWeek(clock.duration(weekMinutes))}>
              <WeekView shifts={technician.weeklyShifts} />
            </Card>
            <AbsenceCard technicianId={id} />
            <SignInCard technician={technician} />
          </div>
        </div>
      </Page>
    </>
  )
}

const Profile = ({ technician }: { technician: Technician }) => {
  const words = useWords(workforceWords)
  const { language } = useLanguage()
  const clock = useClock()
  const { homeAddress, homePosition, hourlyCostCents } = technician
  const town = [homeAddress.postcode, homeAddress.city].filter(Boolean).join(' ')
  return (
    <Card title={words.details}>
      <KeyValues
        items={[
          { label: words.team, value: technician.team },
          { label: words.phone, value: phoneText(technician.phone) },
          { label: words.email, value: technician.email },
          {
            label: words.home,
            value: (
              <span className="flex flex-col">
                <span>{[homeAddress.line, town].filter(Boolean).join(', ')}</span>
                {homePosition ? (
                  <a
                    href={mapUrl(homePosition)}
                    target="_blank"
                    rel="noreferrer"
                    className="nums text-accent hover:underline"
                  >
                    {positionText(homePosition)}
                  </a>
                ) : (
                  <span className="text-warn">{words.noHome}</span>
                )}
              </span>
            ),
          },
          { label: words.maxDay, value: clock.duration(technician.maxDaySeconds / 60) },
          {
            label: words.hourlyCost,
            value: hourlyCostCents === null ? null : moneyText(language, hourlyCostCents),
          },
          { label: words.externalId, value: technician.externalId },
          {
            label: words.notes,
            value: technician.notes && <p className="whitespace-pre-wrap">{technician.notes}</p>,
          },
        ]}
      />
    </Card>
  )
}

const Certifications = ({ technician: { certifications } }: { technician: Technician }) => {
  const words = useWords(workforceWords)
  const { kinds } = useSkillBook()
  return (
    <Card title={words.certifications}>
      {certifications.length === 0 && <p className="text-ink-2">{words.noCertifications}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {certifications.map((one) => (
          <li
            key={`${one.kindId} ${one.validFrom} ${one.number}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2"
          >
            <span className="min-w-40 flex-1">
              <span className="font-medium">{kinds.get(one.kindId)?.code ?? '…'}</span>{' '}
              <span className="text-ink-2">{kinds.get(one.kindId)?.name}</span>
              {one.number && <span className="nums block text-ink-2 text-xs">{one.number}</span>}
            </span>
            <CertificationBadge certification={one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
