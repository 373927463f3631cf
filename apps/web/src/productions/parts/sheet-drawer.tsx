import type { SheetDesk } from '@regie/contract/call-sheets'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Select } from '../../ui/select.tsx'
import { documentAddress, paperAddress, planAddress, usePersonSheet } from '../api-sheets.ts'
import { sheetDeskWords } from '../sheet-desk-words.ts'
import { sheetViewWords } from '../sheet-words.ts'
import { SheetPlan } from './sheet-plan.tsx'
import { SheetView } from './sheet-view.tsx'

type Props = {
  readonly projectId: string
  readonly technicianId: string
  readonly desk: SheetDesk
  /** The version to begin with; null: as it would be published now. */
  readonly begin: number | null
  readonly onClose: () => void
}
const NEXT = 'next'

/** One person's sheet as they read it, in any version. */
export const SheetDrawer = ({ projectId, technicianId, desk, begin, onClose }: Props) => {
  const words = useWords(sheetDeskWords)
  const view = useWords(sheetViewWords)
  const clock = useClock()
  const { organization } = useSession()
  const person = desk.people.find((one) => one.technicianId === technicianId)
  const [number, setNumber] = useState(begin)
  const read = usePersonSheet({ projectId, technicianId }, number)
  return (
    <Drawer
      title={person?.name ?? view.title}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <a
          className={buttonClass({ tone: 'primary' })}
          href={paperAddress(projectId, { number, technicianId })}
          target="_blank"
          rel="noreferrer"
        >
          <FileText aria-hidden className="size-4" />
          {words.pdf}
        </a>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={words.shown}
          className="sm:max-w-xs"
          options={[
            { id: NEXT, label: words.nextVersion },
            ...desk.versions.map((one) => ({
              id: String(one.number),
              label: `${words.versionNumber(one.number)} · ${clock.dateTime(one.publishedAt)}`,
            })),
          ]}
          value={number === null ? NEXT : String(number)}
          onChange={(id) => setNumber(id === NEXT ? null : Number(id))}
        />
        {read.error?.code === 'not_found' ? (
          <Note>{words.notOnIt}</Note>
        ) : (
          <Loaded read={read}>
            {(sheet) => (
              <>
                {sheet.number === null && <Note tone="warn" title={view.preview} />}
                <SheetView
                  sheet={sheet}
                  timeZone={organization.timeZone}
                  plan={({ key, name, plan }) => (
                    <SheetPlan
                      key={key}
                      name={name}
                      plan={plan}
                      src={planAddress(projectId, key, plan.fileId)}
                    />
                  )}
                  documents={(some) => (
                    <ul className="list-disc pl-5">
                      {some.map(({ key, name }) => (
                        <li key={key}>
                          <a
                            className="text-accent hover:underline"
                            href={documentAddress(projectId, key)}
                            target="_blank"
                            rel="noreferrer"
                          >
                            {name}
                          </a>
                        </li>
                      ))}
                    </ul>
                  )}
                />
              </>
            )}
          </Loaded>
        )}
      </div>
    </Drawer>
  )
}
