import type { OwnSheet } from '@regie/contract/call-sheets'
import { CheckCheck, FileText } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useSession } from '../../lib/session.tsx'
import { OwnStagePlans, SheetView, sheetViewWords } from '../../productions/index.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { directionsUrl } from '../directions.ts'
import { sheetDocumentUrl, sheetPdfUrl } from '../offline/endpoints.ts'
import { useSyncState } from '../offline/phone.tsx'
import { usePlans } from '../offline/use-plans.ts'
import { useSheets } from '../offline/use-sheets.ts'
import { useTell } from '../offline/use-tell.ts'
import { Back } from '../parts/back.tsx'
import { Documents } from '../parts/documents.tsx'
import { KeptPlans } from '../parts/kept-plans.tsx'
import { OwnPlan } from '../parts/own-plan.tsx'

/** One's own call sheet; read and confirmed without network, too. */
export const CallSheetScreen = () => {
  const words = useWords(sheetViewWords)
  const projectId = useParam('projectId')
  const sheets = useSheets()
  const sheet = sheets?.find((one) => one.projectId === projectId)
  return (
    <div className="flex flex-col pb-8">
      <Back />
      {sheets && !sheet && <p className="p-4 text-ink-2">{words.notHere}</p>}
      {sheet && <Sheet sheet={sheet} />}
    </div>
  )
}

const Sheet = ({ sheet }: { sheet: OwnSheet }) => {
  const words = useWords(sheetViewWords)
  const clock = useClock()
  const { organization } = useSession()
  const tell = useTell(null)
  // Without network the plan as it last stood is there; where it was not taken along, the one of the call sheet.
  const isOffline = useSyncState().last === 'later'
  const kept = usePlans(sheet.projectId)
  const isKept = (stageId: string) =>
    kept === undefined || (kept?.plans ?? []).some((plan) => plan.stageId === stageId)
  const { projectId, number, readAt, acknowledgedAt } = sheet
  const say = (isConfirmed: boolean) => tell({ kind: 'call_sheet', projectId, number, isConfirmed })
  const seen = useEffectEvent(() => {
    if (readAt === null) void say(false)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version is read once
  useEffect(() => seen(), [projectId, number])
  return (
    <div className="flex flex-col gap-5 px-4">
      <header>
        <p className="font-medium text-accent">{words.title}</p>
        <h1 className="break-words font-bold text-2xl">{sheet.projectName}</h1>
        <p className="text-ink-2">
          {[sheet.projectCode, sheet.clientName].filter(Boolean).join(' · ')}
        </p>
        <p className="text-ink-2 text-sm">
          {words.version(number)},{' '}
          {words.publishedBy(clock.dateTime(sheet.publishedAt), sheet.publishedBy)}
        </p>
      </header>
      {acknowledgedAt === null ? (
        <Button
          tone="primary"
          icon={CheckCheck}
          className="min-h-14"
          onPress={() => void say(true)}
        >
          {words.confirm}
        </Button>
      ) : (
        <p>
          <Badge tone="good" icon={CheckCheck}>
            {words.confirmedAt(clock.dateTime(acknowledgedAt))}
          </Badge>
        </p>
      )}
      <SheetView
        sheet={sheet}
        timeZone={organization.timeZone}
        directions={(place) => directionsUrl(place, navigator.userAgent)}
        plan={(place) =>
          isOffline &&
          !isKept(place.key) && <OwnPlan key={place.key} projectId={projectId} place={place} />
        }
        documents={(some) => (
          <Documents
            documents={some.map(({ key, ...one }) => ({ id: key, ...one }))}
            address={(id) => sheetDocumentUrl(projectId, id)}
          />
        )}
      />
      {isOffline && kept && (
        <KeptPlans plans={kept} duties={sheet.content.duties} timeZone={organization.timeZone} />
      )}
      {!isOffline && (
        <OwnStagePlans
          projectId={projectId}
          duties={sheet.content.duties}
          timeZone={organization.timeZone}
        />
      )}
      <a className={buttonClass({})} href={sheetPdfUrl(projectId)} target="_blank" rel="noreferrer">
        <FileText aria-hidden className="size-5" />
        {words.pdf}
      </a>
    </div>
  )
}
