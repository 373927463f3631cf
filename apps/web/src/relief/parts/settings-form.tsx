import { type ReliefSettings, saveReliefSettings } from '@regie/contract/relief-settings'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useReliefSettings, useSaveReliefSettings } from '../api.ts'
import { reliefSettingsWords } from '../settings-words.ts'
import { ApprovalCard, DeadlineCard } from './settings-approval.tsx'
import { EmergencyCard } from './settings-emergency.tsx'
import { GapCard, WaveCard } from './settings-gaps.tsx'

export const ReliefSettingsTab = () => {
  const read = useReliefSettings()
  return (
    <Loaded read={read}>
      {(known) => <SettingsForm key={known.version} known={known} reload={read.refetch} />}
    </Loaded>
  )
}

type Props = { readonly known: ReliefSettings; readonly reload: () => Promise<unknown> }

const SettingsForm = ({ known, reload }: Props) => {
  const words = useWords(reliefSettingsWords)
  const isReadOnly = !useCan()('relief.configure')
  const [value, setValue] = useState(known)
  const { actAsync, isPending, error } = useSaveReliefSettings()
  const onChange = (change: Partial<ReliefSettings>) => setValue({ ...value, ...change })
  const part = { value, onChange, isReadOnly }
  const save = async () => {
    const deadlines = value.deadlines.filter(({ role }) => role.trim() !== '')
    try {
      await actAsync({ body: saveReliefSettings.body.parse({ ...value, deadlines }) })
      showToast({ tone: 'good', title: words.saved })
    } catch (fault) {
      if (toProblem(fault).code === 'stale_version') await reload()
    }
  }
  return (
    <Page width="reading">
      <div className="flex flex-col gap-4 pt-4">
        {isReadOnly && <Note>{words.readOnly}</Note>}
        <GapCard {...part} />
        <WaveCard {...part} />
        <ApprovalCard {...part} />
        <DeadlineCard {...part} />
        <EmergencyCard {...part} />
        {error && <ProblemNote problem={error} />}
        {!isReadOnly && (
          <Button
            tone="primary"
            className="self-start"
            isPending={isPending}
            onPress={() => void save()}
          >
            {words.save}
          </Button>
        )}
      </div>
    </Page>
  )
}
