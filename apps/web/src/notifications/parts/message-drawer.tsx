import type { Message } from '@regie/contract/notifications'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useRetryMessage } from '../api.ts'
import { notificationWords } from '../words.ts'
import { toneOf } from './message-tone.ts'

type Props = { readonly message: Message | null; readonly onClose: () => void }

/** One message as it went out, and what became of it. */
export const MessageDrawer = ({ message, onClose }: Props) => {
  const words = useWords(notificationWords)
  const can = useCan()
  const { act, isPending, error } = useRetryMessage()
  const mayRetry = message?.state === 'failed' && can('notifications.configure')
  const retry = () => {
    if (!message) return
    act({ params: { messageId: message.id } })
    showToast({ tone: 'good', title: words.retried })
  }
  return (
    <Drawer
      title={message ? words.kinds[message.kind] : ''}
      isOpen={message !== null}
      onClose={onClose}
      actions={
        mayRetry ? (
          <Button tone="primary" onPress={retry} isPending={isPending}>
            {words.retry}
          </Button>
        ) : undefined
      }
    >
      {message && <Details message={message} />}
      {error && <ProblemNote problem={error} />}
    </Drawer>
  )
}

const Details = ({ message }: { message: Message }) => {
  const words = useWords(notificationWords)
  const clock = useClock()
  const { state, subject, body, reply } = message
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col items-start gap-1.5">
        <Badge tone={toneOf[state]}>{words.states[state]}</Badge>
        <p className="text-ink-2">{words.stateTexts[state]}</p>
      </div>
      <div className="rounded-card border border-line bg-canvas p-4">
        {subject && <p className="mb-2 font-medium">{subject}</p>}
        <p className="wrap-anywhere whitespace-pre-line">{body}</p>
      </div>
      <KeyValues
        items={[
          { label: words.who, value: message.recipientName },
          { label: words.channel, value: words.channels[message.channel] },
          { label: words.address, value: message.address },
          { label: words.sentAt, value: clock.dateTime(message.createdAt) },
          ...(message.settledAt
            ? [{ label: words.settledAt, value: clock.dateTime(message.settledAt) }]
            : []),
          { label: words.state, value: words.attempts(message.attempts) },
          ...(message.error ? [{ label: words.error, value: message.error }] : []),
          ...(reply
            ? [{ label: words.reply, value: `${reply.text} · ${clock.dateTime(reply.at)}` }]
            : []),
        ]}
      />
    </div>
  )
}
