import { useNavigate } from '@tanstack/react-router'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { useStops } from '../../fieldwork/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useColleagues, useRelease, useReturns } from '../api.ts'
import { ownReliefWords } from '../own-words.ts'

/** Giving one's slot to whoever can, or to one colleague, for something in return or for nothing. */
export const GiveAway = () => {
  const words = useWords(ownReliefWords)
  const clock = useClock()
  const assignmentId = useParam('assignmentId')
  const stop = useStops().stops?.find(({ id }) => id === assignmentId)
  const read = useColleagues(assignmentId)
  return (
    <>
      <PageHeader
        title={words.giveTitle}
        path={[{ label: words.back, to: `/assignment/${assignmentId}` }]}
        {...(stop ? { description: `${stop.title} · ${clock.dateTime(stop.startsAt)}` } : {})}
      />
      <Page>
        {stop && (
          <Loaded read={read}>
            {({ colleagues, deadline }) =>
              Date.parse(deadline) <= Date.now() ? (
                <Note tone="warn">{words.tooLate}</Note>
              ) : (
                <GiveForm
                  assignmentId={assignmentId}
                  version={stop.version}
                  colleagues={colleagues}
                  deadline={clock.dateTime(deadline)}
                />
              )
            }
          </Loaded>
        )}
      </Page>
    </>
  )
}

type Props = {
  readonly assignmentId: string
  readonly version: number
  readonly colleagues: readonly { technicianId: string; name: string }[]
  readonly deadline: string
}

const GiveForm = ({ assignmentId, version, colleagues, deadline }: Props) => {
  const words = useWords(ownReliefWords)
  const navigate = useNavigate()
  const [isToOne, setToOne] = useState(false)
  const [technicianId, setTechnician] = useState<string | null>(null)
  const [inReturnId, setReturn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { actAsync, isPending, error } = useRelease()
  if (colleagues.length === 0) return <Note tone="warn">{words.anyoneText(0)}</Note>
  const options = colleagues.map(({ technicianId: id, name }) => ({ id, label: name }))
  const whom = isToOne ? { technicianId, inReturnId } : { technicianId: null, inReturnId: null }
  const send = () =>
    actAsync({ params: { assignmentId }, body: { version, reason, ...whom } }).then(
      () => {
        showToast({ tone: 'good', title: words.sent })
        void navigate({ to: '/relief' })
      },
      () => undefined,
    )
  return (
    <>
      <div className="grid">
        <Segmented
          label={words.to}
          value={isToOne ? 'one' : 'any'}
          choices={[
            { id: 'any', label: words.anyone },
            { id: 'one', label: words.colleague },
          ]}
          onChange={(id) => setToOne(id === 'one')}
        />
      </div>
      {!isToOne && <p className="text-ink-2">{words.anyoneText(colleagues.length)}</p>}
      {isToOne && (
        <ComboBox
          label={words.chooseColleague}
          value={options.find(({ id }) => id === technicianId) ?? null}
          options={options}
          onChange={(option) => {
            setTechnician(option?.id ?? null)
            setReturn(null)
          }}
        />
      )}
      {isToOne && technicianId && (
        <Return
          assignmentId={assignmentId}
          technicianId={technicianId}
          value={inReturnId}
          onChange={setReturn}
        />
      )}
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={500}
        isOptional
      />
      <p className="text-[0.8125rem] text-ink-2">{`${words.stillYours} ${words.deadline(deadline)}`}</p>
      {error && <ProblemNote problem={error} />}
      <Button
        tone="primary"
        icon={ArrowLeftRight}
        isPending={isPending}
        isDisabled={isToOne && technicianId === null}
        onPress={() => void send()}
      >
        {words.send}
      </Button>
    </>
  )
}

type ReturnProps = {
  readonly assignmentId: string
  readonly technicianId: string
  readonly value: string | null
  readonly onChange: (assignmentId: string | null) => void
}

/** Only what both may take by the rules is offered. */
const Return = ({ assignmentId, technicianId, value, onChange }: ReturnProps) => {
  const words = useWords(ownReliefWords)
  const clock = useClock()
  const { data } = useReturns(assignmentId, technicianId)
  if (data?.length === 0) return <p className="text-ink-2">{words.noReturns}</p>
  return (
    <Select
      label={words.return}
      value={value ?? 'none'}
      options={[
        { id: 'none', label: words.nothing },
        ...(data ?? []).map((one) => ({
          id: one.assignmentId,
          label: `${clock.dateTime(one.startsAt)} · ${one.title}`,
        })),
      ]}
      onChange={(id) => onChange(id === 'none' ? null : id)}
    />
  )
}
