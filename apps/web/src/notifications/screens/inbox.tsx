import type { InboxItem } from '@regie/contract/notifications'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeftRight, BellOff, CheckCheck, ChevronRight, SlidersHorizontal } from 'lucide-react'
import { Button as Pressable } from 'react-aria-components'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useInbox, useReadInbox } from '../api-inbox.ts'
import { isField, placeOf } from '../inbox-place.ts'
import { inboxWords } from '../inbox-words.ts'
import { useUnread } from '../unread.ts'

/** What I was told, the newest first; on the phone and at the desk. */
export const Inbox = () => {
  const words = useWords(inboxWords)
  const navigate = useNavigate()
  const pages = useInbox()
  const unread = useUnread() ?? 0
  const { act } = useReadInbox()
  const { items, isPending, error } = pages
  const newest = items[0]?.at
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <Button
            icon={SlidersHorizontal}
            onPress={() =>
              void navigate({ to: isField() ? '/notifications' : '/inbox/preferences' })
            }
          >
            {words.preferences}
          </Button>
        }
      />
      <Page width="reading">
        {isField() && (
          <Link to="/relief" className={buttonClass({})}>
            <ArrowLeftRight aria-hidden className="size-5" />
            {words.relief}
          </Link>
        )}
        {unread > 0 && newest && (
          <Button
            icon={CheckCheck}
            className="mb-3 self-start"
            onPress={() => act({ body: { until: newest } })}
          >
            {words.readAll}
          </Button>
        )}
        {isPending && <Skeleton className="h-40 w-full" />}
        {error && <ErrorState problem={error} retry={pages.retry} />}
        {!isPending && !error && items.length === 0 && <Nothing />}
        {items.length > 0 && (
          <ul className="overflow-hidden rounded-card border border-line bg-surface">
            {items.map((item) => (
              <li key={item.id} className="border-line border-b last:border-b-0">
                <Item item={item} onSeen={() => act({ body: { itemIds: [item.id] } })} />
              </li>
            ))}
          </ul>
        )}
        <LoadMore pages={pages} />
      </Page>
    </>
  )
}

const Nothing = () => {
  const words = useWords(inboxWords)
  const can = useCan()
  const text = can('notifications.read') ? words.noneOffice : words.noneText
  return <EmptyState icon={BellOff} title={words.none} text={text} />
}

type ItemProps = { readonly item: InboxItem; readonly onSeen: () => void }

const Item = ({ item, onSeen }: ItemProps) => {
  const words = useWords(inboxWords)
  const clock = useClock()
  const navigate = useNavigate()
  const { subject, body, at, readAt, target } = item
  const place = placeOf(target)
  const isNew = readAt === null
  const press = () => {
    if (isNew) onSeen()
    if (place !== null) void navigate({ to: place })
  }
  return (
    <Pressable
      onPress={press}
      className="group flex w-full cursor-default items-start gap-3 px-4 py-3 text-left outline-none data-hovered:bg-sunken data-focus-visible:outline-2 data-focus-visible:outline-focus data-focus-visible:-outline-offset-2"
    >
      <span
        className={isNew ? 'mt-1.5 size-2.5 shrink-0 rounded-full bg-accent' : 'size-2.5 shrink-0'}
      >
        {isNew && <span className="sr-only">{words.unread}</span>}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className={isNew ? 'font-semibold' : 'font-medium text-ink-2'}>{subject}</span>
          <span className="nums text-[0.8125rem] text-ink-2">{clock.dateTime(at)}</span>
        </span>
        <span className="mt-0.5 block whitespace-pre-line break-words text-ink-2">
          {withoutLinks(body)}
        </span>
      </span>
      {place !== null && (
        <ChevronRight aria-label={words.open} className="mt-1 size-4 shrink-0 text-ink-3" />
      )}
    </Pressable>
  )
}

/** The item itself opens what its text links to. */
const withoutLinks = (body: string): string =>
  body
    .split('\n')
    .filter((line) => !/https?:\/\/\S+$/.test(line.trim()))
    .join('\n')
    .trim()
