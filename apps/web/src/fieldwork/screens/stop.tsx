import { Link } from '@tanstack/react-router'
import { ArrowLeftRight, ClipboardCheck, Wrench } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Note } from '../../ui/note.tsx'
import { alongWords } from '../along-words.ts'
import type { Aspect } from '../offline/looks.ts'
import type { PhoneStop } from '../offline/overlay.ts'
import { useClockAhead, useLookedAt, useStops } from '../offline/phone.tsx'
import { useTell } from '../offline/use-tell.ts'
import { offlineWords } from '../offline-words.ts'
import { Answer } from '../parts/answer.tsx'
import { Back } from '../parts/back.tsx'
import { Block } from '../parts/block.tsx'
import { ChangesNote } from '../parts/changes-note.tsx'
import { Documents } from '../parts/documents.tsx'
import { FollowUp } from '../parts/follow-up.tsx'
import { History } from '../parts/history.tsx'
import { Notes } from '../parts/notes.tsx'
import { OwnSheetLink } from '../parts/own-sheet-link.tsx'
import { PartsUsed } from '../parts/parts-used.tsx'
import { People } from '../parts/people.tsx'
import { Photos } from '../parts/photos.tsx'
import { ProgressLog } from '../parts/progress-log.tsx'
import { StepButtons } from '../parts/step-buttons.tsx'
import { StopSummary } from '../parts/stop-summary.tsx'
import { Times } from '../parts/times.tsx'
import { useNow } from '../use-now.ts'
import { fieldworkWords } from '../words.ts'

/** Everything about one stop; the next step stays under the thumb. */
export const Stop = () => {
  const words = useWords(fieldworkWords)
  const offline = useWords(offlineWords)
  const id = useParam('assignmentId')
  const { stops } = useStops()
  const stop = stops?.find((one) => one.id === id)
  const changes = useLookedAt(stop)
  return (
    <div className="flex flex-col pb-8">
      <Back />
      {!stop && <p className="p-4 text-ink-2">{stops ? words.notHere : words.loading}</p>}
      {stop && (
        <div className="flex flex-col gap-3 px-4">
          {stop.goneAt !== null && <Note tone="warn">{offline.gone}</Note>}
          <ChangesNote changes={changes} />
          <Before stop={stop} news={new Set(changes.what)} />
          <Doing stop={stop} />
        </div>
      )}
    </div>
  )
}

/** What one needs to know to get there and begin. */
const Before = ({ stop, news }: { stop: PhoneStop; news: ReadonlySet<Aspect> }) => {
  const words = useWords(fieldworkWords)
  const along = useWords(alongWords)
  const now = useNow()
  return (
    <>
      <StopSummary stop={stop} now={now} />
      <div className="sticky top-(--sync-bar,0px) z-10 flex flex-col gap-2 bg-canvas py-2">
        {stop.state === 'offered' ? <Answer stop={stop} /> : <StepButtons stop={stop} />}
      </div>
      {(stop.state === 'offered' || stop.state === 'accepted') && stop.goneAt === null && (
        <Link
          to="/relief/give/$assignmentId"
          params={{ assignmentId: stop.id }}
          className={buttonClass({})}
        >
          <ArrowLeftRight aria-hidden className="size-5" />
          {words.giveAway}
        </Link>
      )}
      <OwnSheetLink workOrderId={stop.workOrderId} />
      <Block title={words.access} text={stop.site.accessInstructions} isNews={news.has('place')} />
      <Block
        title={words.instructions}
        text={stop.instructions}
        isNews={news.has('instructions')}
      />
      {stop.products.length > 0 && (
        <Block title={words.products} isNews={news.has('products')}>
          <ul className="list-disc pl-5">
            {stop.products.map((product) => (
              <li key={product.label}>
                {[product.quantity, product.unit, product.label].filter(Boolean).join(' ')}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {/* Days kept by a phone since before there was equipment know none. */}
      {stop.equipment?.length > 0 && (
        <Block title={words.toTake}>
          <ul className="list-disc pl-5">
            {stop.equipment.map(({ name, quantity }) => (
              <li key={name}>{quantity > 1 ? `${quantity} × ${name}` : name}</li>
            ))}
          </ul>
        </Block>
      )}
      {stop.documents?.length > 0 && (
        <Block title={along.documents} isNews={news.has('documents')}>
          <Documents documents={stop.documents} />
        </Block>
      )}
      <Whom stop={stop} isNews={news.has('people')} />
      {stop.assets.length > 0 && (
        <Block title={words.assets} isNews={news.has('assets')}>
          <ul className="flex flex-col gap-2">
            {stop.assets.map(({ id, name }) => (
              <li key={id}>
                <Link
                  to="/asset/$assetId"
                  params={{ assetId: id }}
                  className={`${buttonClass({})} w-full justify-start!`}
                >
                  <Wrench aria-hidden className="size-5" />
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block title={words.history}>
        <History siteId={stop.site.id} />
      </Block>
    </>
  )
}

const Whom = ({ stop, isNews }: { stop: PhoneStop; isNews: boolean }) => {
  const words = useWords(fieldworkWords)
  const { client, contacts, coworkers } = stop
  const own = client.phone
    ? [{ name: client.name, detail: '', phone: client.phone, email: '' }]
    : []
  const people = [
    ...own,
    ...contacts.map(({ name, duty, phone, email }) => ({ name, detail: duty, phone, email })),
  ]
  const colleagues = coworkers.map(({ name, positionName, phone }) => ({
    ...{ name, phone },
    ...{ detail: positionName, email: '' },
  }))
  return (
    <>
      {people.length > 0 && (
        <Block title={words.contacts} isNews={isNews}>
          <People people={people} />
        </Block>
      )}
      {colleagues.length > 0 && (
        <Block title={words.coworkers} isNews={isNews}>
          <People people={colleagues} />
        </Block>
      )}
    </>
  )
}

const WORKED = new Set(['en_route', 'started', 'paused', 'finished'])

/** What one tells while working; there once the visit was accepted. */
const Doing = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const now = useNow()
  const tell = useTell(stop)
  const ahead = useClockAhead()
  if (stop.goneAt === null && !WORKED.has(stop.state) && stop.state !== 'accepted') return null
  return (
    <>
      {stop.work.steps.length > 0 && (
        <Block title={words.progress}>
          <Times stop={stop} now={now} />
          <ProgressLog {...{ tell, ahead }} steps={stop.work.steps} unsent={stop.unsent} />
        </Block>
      )}
      <Link
        to="/assignment/$assignmentId/report"
        params={{ assignmentId: stop.id }}
        className={`${buttonClass({ tone: 'primary' })} min-h-14`}
      >
        <ClipboardCheck aria-hidden className="size-5" />
        {words.paper}
      </Link>
      <Block title={words.photos}>
        <Photos stop={stop} />
      </Block>
      <Block title={words.partsUsed}>
        <PartsUsed stop={stop} />
      </Block>
      <Block title={words.notes}>
        <Notes notes={stop.work.notes} unsent={stop.unsent} tell={tell} />
      </Block>
      <FollowUp stop={stop} />
    </>
  )
}
