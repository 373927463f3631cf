import {
  type MessageChannel,
  type MessageKind,
  messageChannel,
  messageKind,
} from '@regie/contract/messages'
import { type Message, type MessageState, messageState } from '@regie/contract/notifications'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useMessages } from '../api.ts'
import { notificationWords } from '../words.ts'
import { MessageDrawer } from './message-drawer.tsx'
import { toneOf } from './message-tone.ts'

const filterSchema = z.object({
  search: z.string().optional(),
  kind: messageKind.optional(),
  channel: messageChannel.optional(),
  state: messageState.optional(),
  /** From the page of one visit. */
  workOrderId: z.string().optional(),
})

export const MessageLog = () => {
  const words = useWords(notificationWords)
  const [filters, setFilters] = useAddressState(filterSchema)
  const { search, kind, channel, state, workOrderId } = filters
  const pages = useMessages({ search, kind, channel, state, workOrderId })
  const [open, setOpen] = useState<Message | null>(null)
  const isFiltered = Boolean(search || kind || channel || state)
  const columns = useColumns(setOpen)
  return (
    <Page>
      <div className="pt-4">
        <Card isFlush>
          <FilterBar>
            <SearchField
              label={words.search}
              value={search ?? ''}
              onChange={(text) => setFilters({ search: text || undefined })}
            />
            <Choice<MessageKind>
              label={words.anyKind}
              value={kind}
              names={words.kinds}
              onChange={(id) => setFilters({ kind: id })}
            />
            <Choice<MessageChannel>
              label={words.anyChannel}
              value={channel}
              names={words.channels}
              onChange={(id) => setFilters({ channel: id })}
            />
            <Choice<MessageState>
              label={words.anyState}
              value={state}
              names={words.states}
              onChange={(id) => setFilters({ state: id })}
            />
          </FilterBar>
          <Table
            label={words.log}
            columns={columns}
            pages={pages}
            rowKey={({ id }) => id}
            onOpen={setOpen}
            openKey={open?.id ?? null}
            empty={
              <EmptyState
                icon={BellRing}
                title={isFiltered ? words.noneFiltered : words.none}
                text={isFiltered ? '' : words.noneText}
              />
            }
          />
        </Card>
      </div>
      <MessageDrawer
        message={pages.items.find(({ id }) => id === open?.id) ?? open}
        onClose={() => setOpen(null)}
      />
    </Page>
  )
}

/** `open` shows one message; for the keyboard it is the name. */
function useColumns(open: (message: Message) => void): readonly Column<Message>[] {
  const words = useWords(notificationWords)
  const clock = useClock()
  return [
    {
      id: 'when',
      header: words.when,
      from: 'sm',
      cell: ({ createdAt }) => (
        <time dateTime={createdAt} className="nums whitespace-nowrap text-ink-2">
          {clock.dateTime(createdAt)}
        </time>
      ),
    },
    {
      id: 'who',
      header: words.who,
      width: '12rem',
      cell: (message) => (
        <button
          type="button"
          className="block max-w-full truncate text-left font-medium hover:underline"
          onClick={() => open(message)}
        >
          {message.recipientName}
        </button>
      ),
    },
    {
      id: 'what',
      header: words.what,
      isMain: true,
      from: 'md',
      cell: ({ kind: one, subject, body }) => (
        // No width of its own: a long subject is cut, and what became of the message stays in sight.
        <span className="block w-0 min-w-full truncate">
          <span className="text-ink-2">{words.kinds[one]} · </span>
          {subject || body}
        </span>
      ),
    },
    {
      id: 'channel',
      header: words.channel,
      from: 'sm',
      cell: (one) => <span className="whitespace-nowrap">{words.channels[one.channel]}</span>,
    },
    {
      id: 'state',
      header: words.state,
      cell: (one) => <Badge tone={toneOf[one.state]}>{words.states[one.state]}</Badge>,
    },
  ]
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly value: T | undefined
  readonly names: Readonly<Record<T, string>>
  readonly onChange: (value: T | undefined) => void
}

/** One of a few, or all of them. */
const Choice = <T extends string>({ label, value, names, onChange }: ChoiceProps<T>) => (
  <Select<T | 'all'>
    label={label}
    isLabelHidden
    value={value ?? 'all'}
    options={[
      { id: 'all', label },
      ...(Object.keys(names) as T[]).map((id) => ({ id, label: names[id] })),
    ]}
    onChange={(id) => onChange(id === 'all' ? undefined : (id as T))}
  />
)
