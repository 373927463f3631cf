import type { SheetDesk } from '@regie/contract/call-sheets'
import type { Production } from '@regie/contract/productions'
import { FileText, Send, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useProduction } from '../api.ts'
import { paperAddress, useSheetDesk } from '../api-sheets.ts'
import { daysOf } from '../coverage-rows.ts'
import { DetailsForm } from '../parts/details-form.tsx'
import { ProductionHeader } from '../parts/production-header.tsx'
import { PublishSheetsDialog } from '../parts/publish-sheets-dialog.tsx'
import { SheetDrawer } from '../parts/sheet-drawer.tsx'
import { SheetPeople } from '../parts/sheet-people.tsx'
import { SheetVersions } from '../parts/sheet-versions.tsx'
import { peopleOf } from '../people.ts'
import { sheetDeskWords } from '../sheet-desk-words.ts'
import { productionWords } from '../words.ts'

const VIEWS = ['people', 'details', 'versions'] as const
const address = z.object({
  view: z.enum(VIEWS).optional().catch(undefined),
  person: z.string().optional().catch(undefined),
})

export const CallSheets = () => {
  const projectId = useParam('projectId')
  const desk = useSheetDesk(projectId)
  return (
    <Loaded read={useProduction(projectId)}>
      {(production) => (
        <Loaded read={desk}>{(known) => <Desk production={production} desk={known} />}</Loaded>
      )}
    </Loaded>
  )
}

type Props = { readonly production: Production; readonly desk: SheetDesk }

const Desk = ({ production, desk }: Props) => {
  const words = useWords(sheetDeskWords)
  const mayWrite = useCan()('productions.write')
  const [{ view = 'people', person }, setAddress] = useAddressState(address)
  const [isPublishing, setPublishing] = useState(false)
  const projectId = production.project.id
  const last = desk.versions[0]?.number ?? null
  const waiting = desk.people.filter(({ kind }) => kind !== 'same').length
  const shown = desk.people.find(({ technicianId }) => technicianId === person)
  return (
    <>
      <ProductionHeader
        project={production.project}
        actions={
          <>
            {desk.people.length > 0 && (
              <a
                className={buttonClass({})}
                href={paperAddress(projectId, { number: last })}
                target="_blank"
                rel="noreferrer"
              >
                <FileText aria-hidden className="size-4" />
                {words.pdfAll}
              </a>
            )}
            {mayWrite && (
              <Button
                tone="primary"
                icon={Send}
                isDisabled={waiting === 0}
                onPress={() => setPublishing(true)}
              >
                {words.publish((last ?? 0) + 1)}
              </Button>
            )}
          </>
        }
      />
      <Page>
        <div>
          <Segmented
            label={words.views}
            value={view}
            onChange={(next) => setAddress({ view: next })}
            choices={VIEWS.map((id) => ({ id, label: words[id] }))}
          />
        </div>
        {view === 'people' && (
          <Sheets {...{ production, desk, waiting }} onOpen={(id) => setAddress({ person: id })} />
        )}
        <div hidden={view !== 'details'}>
          <Details production={production} desk={desk} />
        </div>
        {view === 'versions' && <SheetVersions projectId={projectId} versions={desk.versions} />}
      </Page>
      {shown && (
        <SheetDrawer
          projectId={projectId}
          technicianId={shown.technicianId}
          desk={desk}
          begin={shown.kind === 'same' || shown.kind === 'removed' ? last : null}
          onClose={() => setAddress({ person: undefined })}
        />
      )}
      {isPublishing && (
        <PublishSheetsDialog
          projectId={projectId}
          desk={desk}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  )
}

type SheetsProps = Props & {
  readonly waiting: number
  readonly onOpen: (technicianId: string) => void
}

const Sheets = ({ production, desk, waiting, onOpen }: SheetsProps) => {
  const words = useWords(sheetDeskWords)
  const common = useWords(productionWords)
  const clock = useClock()
  const burdens = useMemo(() => peopleOf(production, clock), [production, clock])
  const [last] = desk.versions
  const standing = last
    ? words.standing(last.number, clock.dateTime(last.publishedAt), last.publishedBy)
    : words.never
  return (
    <>
      {desk.people.length > 0 && (
        <p>
          {standing}{' '}
          <span className="font-medium">
            {waiting > 0 ? words.waiting(waiting) : words.upToDate}
          </span>
        </p>
      )}
      {desk.drafts > 0 && <Note tone="warn">{words.drafts(desk.drafts)}</Note>}
      {desk.idle.length > 0 && <Note tone="warn">{words.idle(desk.idle.length)}</Note>}
      {desk.people.length === 0 ? (
        <Card>
          <EmptyState icon={Users} title={common.noPeople} text={common.noPeopleText} />
        </Card>
      ) : (
        <SheetPeople people={desk.people} burdens={burdens} onOpen={onOpen} />
      )}
    </>
  )
}

/** What is being filled in is not taken away by what a colleague saves meanwhile: saving says so. */
const Details = ({ production, desk }: Props) => {
  const clock = useClock()
  const [isDirty, setDirty] = useState(false)
  const [opened, setOpened] = useState(desk.details.version)
  const { version } = desk.details
  if (!isDirty && opened !== version) setOpened(version)
  const days = daysOf(production, clock.dateOf)
  const choices = useMemo(() => {
    const names = new Map(desk.people.map(({ technicianId, name }) => [technicianId, name]))
    for (const { technicianId, name } of peopleOf(production, clock)) names.set(technicianId, name)
    return {
      people: [...names]
        .map(([id, label]) => ({ id, label }))
        .sort((a, b) => a.label.localeCompare(b.label)),
      stages: production.stages.map(({ id, name }) => ({ id, label: name })),
      days: daysOf(production, clock.dateOf),
    }
  }, [production, desk.people, clock])
  return (
    <DetailsForm
      key={opened}
      projectId={production.project.id}
      desk={desk}
      choices={choices}
      firstDay={days[0] ?? production.project.startsOn ?? clock.today()}
      onDirty={setDirty}
    />
  )
}
