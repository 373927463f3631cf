import type { ImportDraft } from '@regie/contract/integrations'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { numberText } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import {
  useChangeImport,
  useDiscardImport,
  useImport,
  useImportCheck,
  useRunImport,
} from '../api.ts'
import { FaultCard } from '../parts/fault-card.tsx'
import { MappingCard } from '../parts/mapping-card.tsx'
import { PreviewCard } from '../parts/preview-card.tsx'
import { ReadingCard } from '../parts/reading-card.tsx'
import { ResultCard } from '../parts/result-card.tsx'
import { RunBar } from '../parts/run-bar.tsx'
import { importWords } from '../words.ts'

export const ImportDetail = () => {
  const importId = useParam('importId')
  return <Loaded read={useImport(importId)}>{(draft) => <Sheet draft={draft} />}</Loaded>
}

const Sheet = ({ draft }: { draft: ImportDraft }) => {
  const words = useWords(importWords)
  const { language } = useLanguage()
  const isOpen = draft.state === 'open'
  return (
    <>
      <PageHeader
        title={draft.fileName}
        path={[{ label: words.imports, to: '/imports' }]}
        aside={
          isOpen && (
            <Badge>
              {words.lines(draft.lineCount)} ·{' '}
              {numberText(language, Math.max(1, Math.round(draft.bytes / 1_000)), {
                style: 'unit',
                unit: 'kilobyte',
              })}
            </Badge>
          )
        }
        actions={isOpen && <Discard importId={draft.id} />}
      />
      <Page>
        {draft.result ? <ResultCard draft={draft} result={draft.result} /> : <Work draft={draft} />}
      </Page>
    </>
  )
}

/** From the bytes to the decision: how it is read, what the columns tell, what would come of it. */
const Work = ({ draft }: { draft: ImportDraft }) => {
  const change = useChangeImport()
  const run = useRunImport()
  const check = useImportCheck(draft)
  const params = { importId: draft.id }
  const problem = change.error ?? run.error ?? check.error
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <ReadingCard
        draft={draft}
        isDisabled={change.isPending}
        onChange={(body) => change.act({ params, body })}
      />
      <MappingCard
        draft={draft}
        onChange={(mapping) => change.act({ params, body: { mapping } })}
      />
      {check.data && check.data.faultCount > 0 && (
        <FaultCard check={check.data} fileName={draft.fileName} />
      )}
      {check.data && <PreviewCard draft={draft} lines={check.data.preview} />}
      <RunBar
        check={check.data}
        isChecking={check.isFetching || change.isPending}
        isRunning={run.isPending}
        onRun={(skipFaulty) => run.act({ params, body: { skipFaulty } })}
      />
    </>
  )
}

const Discard = ({ importId }: { importId: string }) => {
  const words = useWords(importWords)
  const navigate = useNavigate()
  const { actAsync } = useDiscardImport()
  const [isAsking, setAsking] = useState(false)
  const discard = async () => {
    await actAsync({ params: { importId } })
    await navigate({ to: '/imports' })
  }
  return (
    <>
      <Button icon={Trash2} onPress={() => setAsking(true)}>
        {words.discard}
      </Button>
      <ConfirmDialog
        title={words.discard}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirm={words.discard}
        onConfirm={discard}
      >
        {words.discardText}
      </ConfirmDialog>
    </>
  )
}
