import type { PollOption } from '@regie/contract/polls'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { InstantField } from '../../ui/instant-field.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { ProjectField } from '../../work-orders/index.ts'
import { useCreatePoll } from '../api.ts'
import { DatesField } from '../parts/dates-field.tsx'
import { PeopleField } from '../parts/people-field.tsx'
import { RemindSelect } from '../parts/remind-select.tsx'
import { pollWords } from '../words.ts'

const DAYS_TO_ANSWER = 3

/** Which dates, whom, until when. */
export const PollNew = () => {
  const words = useWords(pollWords)
  const clock = useClock()
  const navigate = useNavigate()
  const { actAsync, isPending, error } = useCreatePoll()
  const inDays = (days: number) => clock.dateOf(Date.now() + days * 86_400_000)
  const [title, setTitle] = useState('')
  const [message, setMessage] = useState('')
  const [projectId, setProject] = useState<string | null>(null)
  const [options, setOptions] = useState<PollOption[]>([])
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set())
  const [closesAt, setClosesAt] = useState<string | null>(() =>
    clock.instantOf(inDays(DAYS_TO_ANSWER), '18:00'),
  )
  const [remindHours, setRemind] = useState<number | null>(24)
  const [isTried, setTried] = useState(false)
  const isIncomplete =
    title.trim() === '' || options.length === 0 || people.size === 0 || closesAt === null
  const send = async () => {
    setTried(true)
    if (isIncomplete || closesAt === null) return
    const body = {
      ...{ title, message, projectId, options, closesAt, remindHours },
      technicianIds: [...people],
    }
    const made = await actAsync({ body }).catch(() => undefined)
    if (!made) return
    showToast({ tone: 'good', title: words.sent })
    await navigate({ to: `/availability/${made.id}` })
  }
  return (
    <>
      <PageHeader title={words.ask} path={[{ label: words.title, to: '/availability' }]} />
      <Page width="reading">
        <Card>
          <div className="grid gap-4 sm:grid-cols-2">
            <div className="sm:col-span-2">
              <TextField
                label={words.name}
                placeholder={words.namePlaceholder}
                value={title}
                maxLength={160}
                error={isTried && title.trim() === '' ? words.name : undefined}
                onChange={setTitle}
              />
            </div>
            <ProjectField
              label={words.project}
              value={projectId}
              isOptional
              onChange={setProject}
            />
            <RemindSelect value={remindHours} onChange={setRemind} />
            <div className="sm:col-span-2">
              <TextField
                label={words.message}
                value={message}
                rows={3}
                maxLength={1000}
                isOptional
                onChange={setMessage}
              />
            </div>
            <InstantField
              label={words.deadline}
              usualTime="18:00"
              value={closesAt}
              onChange={setClosesAt}
            />
          </div>
        </Card>
        <Card title={words.what}>
          <DatesField value={options} onChange={setOptions} />
        </Card>
        <Card title={words.whom}>
          <PeopleField value={people} onChange={setPeople} />
        </Card>
        {isTried && isIncomplete && <Note tone="warn">{words.missing}</Note>}
        {error && <ProblemNote problem={error} />}
        <Button
          tone="primary"
          className="self-start"
          isPending={isPending}
          onPress={() => void send()}
        >
          {words.send}
        </Button>
      </Page>
    </>
  )
}
