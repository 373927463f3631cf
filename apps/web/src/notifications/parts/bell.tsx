import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { inboxWords } from '../inbox-words.ts'
import { useUnread } from '../unread.ts'
import { UnreadMark } from './unread-mark.tsx'

/** The bell of the office's bar: how much is unread, and the way to it. */
export const Bell = () => {
  const words = useWords(inboxWords)
  const unread = useUnread() ?? 0
  return (
    <Link
      to="/inbox"
      aria-label={words.bell(unread)}
      className="relative grid size-9 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunken"
    >
      <BellIcon aria-hidden className="size-4.5" />
      <UnreadMark count={unread} />
    </Link>
  )
}
