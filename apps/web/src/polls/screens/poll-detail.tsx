import type { PollDetail } from '@regie/contract/polls'
import { Link } from '@tanstack/react-router'
import { BellRing, CalendarClock, Pencil, Square, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useAskAgain, useClosePoll, usePoll } from '../api.ts'
import { Matrix } from '../parts/matrix.tsx'
import { PersonDrawer } from '../parts/person-drawer.tsx'
import { AskMoreDialog, ChangeDialog } from '../parts/poll-dialogs.tsx'
import { pollWords } from '../words.ts'

/** Who can when, who is silent, and what to do about it. */
export const PollDetailScreen = () => {
  const read = usePoll(useParam('pollId'))
  return <Loaded read={read}>{(poll) => <Detail poll={poll} />}</Loaded>
}

const Detail = ({ poll }: { poll: PollDetail }) => {
  const words = useWords(pollWords)
  const clock = useClock()
  const [openId, setOpen] = useState<string | null>(null)
  const [show, setShow] = useState<'all' | 'silent'>('all')
  const silent = poll.people.filter(({ answeredAt }) => answeredAt === null)
  const open = poll.people.find(({ technicianId }) => technicianId === openId)
  const shown = show === 'silent' ? { ...poll, people: silent } : poll
  return (
    <>
      <PageHeader
        title={poll.title}
        path={[{ label: words.title, to: '/availability' }]}
        aside={
          <Badge tone={poll.open ? 'info' : 'neutral'}>
            {poll.open ? words.open : words.ended}
          </Badge>
        }
        {...(poll.projectName ? { description: poll.projectName } : {})}
        actions={<Actions poll={poll} silent={silent.length} />}
      />
      <Page>
        {poll.message && <p className="max-w-3xl whitespace-pre-line">{poll.message}</p>}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-ink-2">
          <p className="nums flex items-center gap-1.5">
            <CalendarClock aria-hidden className="size-4" />
            {(poll.open ? words.before : words.endedOn)(clock.dateTime(poll.closesAt))}
          </p>
          <p className="nums">{words.answered(poll.answered, poll.asked)}</p>
          <Segmented
            label={words.person}
            value={show}
            onChange={setShow}
            choices={[
              { id: 'all', label: words.all },
              { id: 'silent', label: `${words.state.silent} (${silent.length})` },
            ]}
          />
        </div>
        {shown.people.length === 0 ? (
          <p className="text-ink-2">{words.everybody}</p>
        ) : (
          <Matrix poll={shown} onOpen={({ technicianId }) => setOpen(technicianId)} />
        )}
        <p className="text-ink-2">
          {words.policy}{' '}
          <Link to="/planning/rules" className="text-accent underline">
            {words.policyLink}
          </Link>
        </p>
      </Page>
      {open && <PersonDrawer poll={poll} person={open} onClose={() => setOpen(null)} />}
    </>
  )
}

const Actions = ({ poll, silent }: { poll: PollDetail; silent: number }) => {
  const words = useWords(pollWords)
  const [asking, setAsking] = useState<'close' | 'change' | 'more' | null>(null)
  const again = useAskAgain()
  const { actAsync } = useClosePoll()
  const close = () => setAsking(null)
  if (!useCan()('polls.write')) return null
  const askAgain = () =>
    again.actAsync({ params: { pollId: poll.id }, body: {} }).then(
      () => showToast({ tone: 'good', title: words.askedAgain }),
      () => undefined,
    )
  return (
    <>
      {poll.open && (
        <>
          <Button icon={UserPlus} onPress={() => setAsking('more')}>
            {words.askMore}
          </Button>
          <Button icon={Square} onPress={() => setAsking('close')}>
            {words.close}
          </Button>
        </>
      )}
      <Button icon={Pencil} onPress={() => setAsking('change')}>
        {poll.open ? words.change : words.reopen}
      </Button>
      {poll.open && (
        <Button
          icon={BellRing}
          tone="primary"
          isDisabled={silent === 0}
          isPending={again.isPending}
          onPress={() => void askAgain()}
        >
          {words.askAgain}
        </Button>
      )}
      {again.error && <ProblemNote problem={again.error} />}
      {asking === 'change' && <ChangeDialog poll={poll} onClose={close} />}
      {asking === 'more' && <AskMoreDialog poll={poll} onClose={close} />}
      <ConfirmDialog
        title={words.close}
        isOpen={asking === 'close'}
        onClose={close}
        confirm={words.close}
        tone="primary"
        onConfirm={() =>
          actAsync({ params: { pollId: poll.id }, body: { version: poll.version } }).then(close)
        }
      >
        {words.closeText}
      </ConfirmDialog>
    </>
  )
}
