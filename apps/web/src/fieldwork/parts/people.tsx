import { phoneText } from '@regie/contract/phone'
import { Mail, MessageSquare, Phone } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { fieldworkWords } from '../words.ts'

type Person = {
  readonly name: string
  readonly detail: string
  readonly phone: string
  readonly email: string
}

const round =
  'inline-grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink active:bg-line'

/** People one may call or write to in one tap. */
export const People = ({ people }: { people: readonly Person[] }) => {
  const words = useWords(fieldworkWords)
  return (
    <ul className="flex flex-col gap-1">
      {people.map(({ name, detail, phone, email }) => (
        <li key={`${name} ${phone} ${email}`} className="flex items-center gap-2 py-1">
          <span className="min-w-0 flex-1">
            <span className="block break-words font-medium">{name}</span>
            <span className="block break-words text-ink-2 text-sm">
              {[detail, phoneText(phone) || email].filter(Boolean).join(' · ')}
            </span>
          </span>
          {email && (
            <a className={round} href={`mailto:${email}`} aria-label={words.email(name)}>
              <Mail aria-hidden className="size-5" />
            </a>
          )}
          {phone && (
            <>
              <a
                className={round}
                href={`sms:${phone.replace(/[^\d+]/g, '')}`}
                aria-label={words.message(name)}
              >
                <MessageSquare aria-hidden className="size-5" />
              </a>
              <a
                className={round}
                href={`tel:${phone.replace(/[^\d+]/g, '')}`}
                aria-label={words.call(name)}
              >
                <Phone aria-hidden className="size-5" />
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
