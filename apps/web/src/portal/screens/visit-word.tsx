import type { VisitWord } from '@regie/contract/portal-office'
import { Link } from '@tanstack/react-router'
import { CircleCheck, Link2Off, MessageCircleQuestion, Send } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useRevokeLink, useSendLink, useVisitWord } from '../api.ts'
import { AnswerList } from '../parts/answer-list.tsx'
import { PromiseTable } from '../parts/promise-table.tsx'
import { portalWords } from '../words.ts'

/** Everything said between us and the client of one visit. */
export const VisitWordScreen = () => {
  const workOrderId = useParam('workOrderId')
  return <Loaded read={useVisitWord(workOrderId)}>{(word) => <Sheet word={word} />}</Loaded>
}

const Sheet = ({ word }: { word: VisitWord }) => {
  const words = useWords(portalWords)
  const clock = useClock()
  const { workOrderId, confirmedAt, held, reach } = word
  const nobody = reach.email === '' && reach.mobile === ''
  return (
    <>
      <PageHeader
        title={words.visitTitle}
        path={[
          { label: words.title, to: '/clients-word' },
          { label: reach.name, to: `/work-orders/${workOrderId}` },
        ]}
        actions={<Actions word={word} />}
      />
      <Page>
        {nobody && <Note tone="warn" title={words.reachNobody} />}
        {held && <Note tone="info">{words.held(clock.dateTime(held.startsAt))}</Note>}
        <p className="flex items-center gap-1.5 font-medium">
          {confirmedAt ? (
            <>
              <CircleCheck aria-hidden className="size-5 text-good" />
              {words.confirmedAt(clock.dateTime(confirmedAt))}
            </>
          ) : (
            <>
              <MessageCircleQuestion aria-hidden className="size-5 text-ink-2" />
              {words.notConfirmed}
            </>
          )}
        </p>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card title={words.answers} isFlush>
            {word.answers.length === 0 ? (
              <p className="px-4 py-3 text-ink-2">{words.noAnswers}</p>
            ) : (
              <AnswerList answers={word.answers} hasVisitLinks={false} />
            )}
          </Card>
          <div className="flex min-w-0 flex-col gap-4">
            <Card title={words.reach}>
              <KeyValues
                items={[
                  { label: words.name, value: reach.name },
                  { label: words.email, value: reach.email || words.nothing },
                  { label: words.mobile, value: reach.mobile || words.nothing },
                ]}
              />
            </Card>
            <LinkCard word={word} />
          </div>
        </div>
        <Card title={words.promises} isFlush>
          <PromiseTable rows={word.promises} isOfOneVisit />
        </Card>
      </Page>
    </>
  )
}

const Actions = ({ word: { workOrderId } }: { word: VisitWord }) => {
  const words = useWords(portalWords)
  const may = useCan()('portal.write')
  const { actAsync, isPending } = useSendLink()
  const send = () => {
    actAsync({ params: { workOrderId }, body: {} }).then(
      () => showToast({ title: words.sent, tone: 'good' }),
      showProblem,
    )
  }
  return (
    <>
      <Link
        to={`/notifications?workOrderId=${workOrderId}`}
        className="inline-flex min-h-(--control) items-center font-medium text-accent hover:underline"
      >
        {words.messages}
      </Link>
      {may && (
        <Button icon={Send} isPending={isPending} onPress={send}>
          {words.send}
        </Button>
      )}
    </>
  )
}

const LinkCard = ({ word: { links, workOrderId } }: { word: VisitWord }) => {
  const words = useWords(portalWords)
  const clock = useClock()
  const may = useCan()('portal.write')
  const { actAsync } = useRevokeLink()
  const [isAsking, setAsking] = useState(false)
  const isOpen = links.some(({ revokedAt }) => revokedAt === null)
  return (
    <Card title={words.links}>
      {links.length === 0 && <p className="text-ink-2">{words.noLinks}</p>}
      <ul className="flex flex-col gap-2">
        {links.map(({ id, createdAt, expiresAt, revokedAt, revokedBy }) => (
          <li key={id} className={revokedAt ? 'text-ink-2 line-through' : ''}>
            <span className="nums">{clock.dateTime(createdAt)}</span> ·{' '}
            {revokedAt ? words.linkRevoked(revokedBy) : words.linkUntil(clock.dateAt(expiresAt))}
          </li>
        ))}
      </ul>
      {may && isOpen && (
        <Button icon={Link2Off} className="mt-3" onPress={() => setAsking(true)}>
          {words.revoke}
        </Button>
      )}
      <ConfirmDialog
        title={words.revokeTitle}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirm={words.revoke}
        tone="danger"
        onConfirm={() =>
          actAsync({ params: { workOrderId }, body: {} }).then(() =>
            showToast({ title: words.revoked, tone: 'good' }),
          )
        }
      >
        {words.revokeText}
      </ConfirmDialog>
    </Card>
  )
}
