import type { Replacement } from '@regie/contract/relief'
import { Send, UserCheck } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useReplace, useReplacement } from '../api.ts'
import { useWhy } from '../use-why.ts'
import { reliefWords } from '../words.ts'
import { CandidateLine } from './candidate-line.tsx'
import { Refused } from './refused.tsx'

type Props = {
  readonly assignmentId: string
  readonly onClose: () => void
  /** Somebody is sought now; or has it, and there is nothing to follow. */
  readonly onSought: (requestId: string) => void
}

/** Somebody else for an assignment: who may, best first. Nobody is taken off before one of them is chosen. */
export const ReplaceDrawer = (props: Props) => {
  const words = useWords(reliefWords)
  const read = useReplacement(props.assignmentId)
  const name = read.data?.assignment.technicianName
  return (
    <Drawer title={name ? words.replaceWhom(name) : words.replace} isOpen onClose={props.onClose}>
      <Loaded read={read}>{(found) => <Sheet {...props} found={found} />}</Loaded>
    </Drawer>
  )
}

const MOST = 12

type How = { readonly how: 'ask' | 'assign'; readonly technicianId: string | null }

const Sheet = ({ found, onSought }: Props & { readonly found: Replacement }) => {
  const words = useWords(reliefWords)
  const clock = useClock()
  const why = useWhy()
  const [reason, setReason] = useState('')
  const { actAsync, isPending } = useReplace()
  const { assignment, items, refused, openRequestId } = found
  const { assignmentId, version, technicianName, title, siteName, startsAt, endsAt } = assignment
  const replace = ({ how, technicianId }: How, said: string) =>
    void actAsync({ body: { assignmentId, version, reason, how, technicianId } }).then(({ id }) => {
      showToast({ tone: 'good', title: said })
      onSought(id)
    }, showProblem)
  if (openRequestId)
    return (
      <div className="flex flex-col gap-4">
        <Note title={words.soughtAlready} />
        <Button className="self-start" onPress={() => onSought(openRequestId)}>
          {words.openSearch}
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-5">
      <KeyValues
        items={[
          { label: words.what, value: `${title} · ${siteName}` },
          { label: words.when, value: `${clock.dateTime(startsAt)} – ${clock.time(endsAt)}` },
          { label: words.holder, value: technicianName },
        ]}
      />
      <p className="text-ink-2">{words.replaceText(technicianName)}</p>
      <TextField
        label={words.reason}
        description={words.reasonHelp}
        isOptional
        maxLength={500}
        value={reason}
        onChange={(text) => setReason(text ?? '')}
      />
      <section className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="font-semibold">{words.candidates}</h3>
          <Button
            size="small"
            icon={Send}
            isPending={isPending}
            onPress={() => replace({ how: 'ask', technicianId: null }, words.bestAsked)}
          >
            {words.askBest}
          </Button>
        </div>
        <p className="text-[0.8125rem] text-ink-2">{words.candidatesText}</p>
        {items.length === 0 && <p>{words.nobody}</p>}
        <ol className="flex flex-col gap-2">
          {items.slice(0, MOST).map((one) => (
            <CandidateLine key={one.technicianId} name={one.technicianName} why={why(one, false)}>
              <Button
                size="small"
                icon={Send}
                isPending={isPending}
                onPress={() =>
                  replace(
                    { how: 'ask', technicianId: one.technicianId },
                    words.oneAsked(one.technicianName),
                  )
                }
              >
                {words.ask}
              </Button>
              <Button
                size="small"
                tone="primary"
                icon={UserCheck}
                isPending={isPending}
                onPress={() =>
                  replace(
                    { how: 'assign', technicianId: one.technicianId },
                    words.given(one.technicianName),
                  )
                }
              >
                {words.give}
              </Button>
            </CandidateLine>
          ))}
        </ol>
        <Refused refused={refused} />
      </section>
    </div>
  )
}
