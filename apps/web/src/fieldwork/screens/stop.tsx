import type { FieldAssignment } from '@regie/contract/fieldwork'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Navigation } from 'lucide-react'
import type { ReactNode } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useMyAssignment } from '../api.ts'
import { addressText, directionsUrl } from '../directions.ts'
import { Answer } from '../parts/answer.tsx'
import { Notes } from '../parts/notes.tsx'
import { People } from '../parts/people.tsx'
import { ProgressLog } from '../parts/progress-log.tsx'
import { StateBadge } from '../parts/state-badge.tsx'
import { StepButtons } from '../parts/step-buttons.tsx'
import { useNow } from '../use-now.ts'
import { fieldworkWords } from '../words.ts'

/** Everything about one stop; the next step stays under the thumb. */
export const Stop = () => {
  const words = useWords(fieldworkWords)
  const { stop, error } = useMyAssignment(useParam('assignmentId'))
  return (
    <div className="flex flex-col pb-8">
      <Link to="/" className="flex min-h-12 items-center gap-2 px-4 text-accent">
        <ArrowLeft aria-hidden className="size-5" />
        {words.back}
      </Link>
      {error && (
        <div className="p-4">
          <ProblemNote problem={error} />
        </div>
      )}
      {!stop && !error && <p className="p-4 text-ink-2">{words.loading}</p>}
      {stop && <Details stop={stop} />}
    </div>
  )
}

const Details = ({ stop }: { stop: FieldAssignment }) => {
  const words = useWords(fieldworkWords)
  const contacts = [
    ...(stop.client.phone
      ? [{ name: stop.client.name, detail: '', phone: stop.client.phone }]
      : []),
    ...stop.contacts.map(({ name, duty, phone }) => ({ name, detail: duty, phone })),
  ]
  return (
    <div className="flex flex-col gap-3 px-4">
      <Summary stop={stop} />
      <div className="sticky top-0 z-10 flex flex-col gap-2 bg-canvas py-2">
        {stop.state === 'offered' ? <Answer stop={stop} /> : <StepButtons stop={stop} />}
      </div>
      <Block title={words.access} text={stop.site.accessInstructions} />
      <Block title={words.instructions} text={stop.instructions} />
      {stop.products.length > 0 && (
        <Block title={words.products}>
          <ul className="list-disc pl-5">
            {stop.products.map((product) => (
              <li key={product.label}>
                {[product.quantity, product.unit, product.label].filter(Boolean).join(' ')}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {contacts.length > 0 && (
        <Block title={words.contacts}>
          <People people={contacts} />
        </Block>
      )}
      {stop.coworkers.length > 0 && (
        <Block title={words.coworkers}>
          <People
            people={stop.coworkers.map(({ name, positionName, phone }) => ({
              name,
              detail: positionName,
              phone,
            }))}
          />
        </Block>
      )}
      {stop.progress.length > 0 && (
        <Block title={words.progress}>
          <ProgressLog stop={stop} />
        </Block>
      )}
      <Block title={words.notes}>
        <Notes stop={stop} />
      </Block>
    </div>
  )
}

const Summary = ({ stop }: { stop: FieldAssignment }) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const now = useNow()
  const url = directionsUrl(stop.site, navigator.userAgent)
  return (
    <header
      className="rounded-card border border-line border-l-6 bg-surface p-4"
      style={{ borderLeftColor: stop.colour }}
    >
      <StateBadge stop={stop} now={now} />
      <h1 className="mt-2 break-words font-bold text-xl leading-tight">{stop.client.name}</h1>
      <p className="break-words text-ink-2">
        {stop.title}
        {stop.positionName && ` · ${stop.positionName}`}
      </p>
      <p className="nums mt-2 font-semibold first-letter:uppercase">
        {clock.dateAt(stop.startsAt, 'long')},{' '}
        <span className="whitespace-nowrap">{clock.range(stop.startsAt, stop.endsAt)}</span>
      </p>
      <p className="mt-2 break-words">{stop.site.name}</p>
      <p className="break-words text-ink-2">{addressText(stop.site)}</p>
      <p className="mt-1 text-ink-3 text-sm">{stop.reference}</p>
      {url && (
        <a className={`${buttonClass({})} mt-3 w-full`} href={url} target="_blank" rel="noreferrer">
          <Navigation aria-hidden className="size-5" />
          {words.directions}
        </a>
      )}
      {!stop.site.position && <p className="mt-2 text-sm text-warn">{words.noPosition}</p>}
    </header>
  )
}

/** One heading with its text or content; nothing at all when there is nothing to say. */
const Block = ({ title, text, children }: { title: string; text?: string; children?: ReactNode }) =>
  (text || children) && (
    <section className="rounded-card border border-line bg-surface p-4">
      <h2 className="mb-1.5 font-semibold">{title}</h2>
      {text && <p className="whitespace-pre-wrap break-words">{text}</p>}
      {children}
    </section>
  )
