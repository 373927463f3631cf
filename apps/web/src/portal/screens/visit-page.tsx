import type { VisitPage as Page } from '@regie/contract/portal-visit'
import { clsx } from 'clsx'
import {
  CalendarClock,
  CalendarPlus,
  Check,
  CircleCheck,
  FileText,
  MapPin,
  Phone,
  Printer,
} from 'lucide-react'
import { useState } from 'react'
import { Speaking, useLanguage, useWords } from '../../lib/language.tsx'
import type { ProblemError } from '../../lib/problem.ts'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useConfirmVisit, useReleaseTime, useVisitPage } from '../api.ts'
import { momentsIn } from '../moments.ts'
import { CallForm } from '../parts/call-form.tsx'
import { ChooseTime } from '../parts/choose-time.tsx'
import { OpinionForm } from '../parts/opinion-form.tsx'
import { WayPanel } from '../parts/way-panel.tsx'
import { WishesForm } from '../parts/wishes-form.tsx'
import { visitWords } from '../visit-words.ts'

/** The visit as its client sees it: no account, any phone, and looking changes nothing. */
export const VisitPage = () => {
  const words = useWords(visitWords)
  const token = useParam('token')
  const { data, error } = useVisitPage(token)
  return (
    <main
      data-surface="field"
      className="mx-auto flex min-h-dvh w-full max-w-lg flex-col gap-5 px-4 py-6"
    >
      {data && (
        <Speaking language={data.language}>
          <Sheet page={data} token={token} />
        </Speaking>
      )}
      {!data && !error && <p className="text-ink-2">{words.loading}</p>}
      {error &&
        (error.code === 'link_expired' ? (
          <Dead problem={error} />
        ) : (
          <ProblemNote problem={error} />
        ))}
    </main>
  )
}

const Dead = ({ problem }: { problem: ProblemError }) => {
  const words = useWords(visitWords)
  const { organization, phone } = problem.details as { organization?: string; phone?: string }
  return (
    <div className="flex flex-col gap-2">
      <h1 className="font-semibold text-2xl tracking-tight">{words.dead}</h1>
      <p className="text-ink-2">{words.deadText}</p>
      {organization && <p>{words.deadCall(organization, phone ?? '')}</p>}
    </div>
  )
}

type SheetProps = { readonly page: Page; readonly token: string }

const Sheet = ({ page, token }: SheetProps) => {
  const words = useWords(visitWords)
  const { language } = useLanguage()
  const { dated } = momentsIn(language, page.timeZone)
  const { standing } = page
  return (
    <>
      <header className="flex flex-col gap-1">
        <p className="font-medium text-ink-2">{page.organization}</p>
        <h1 className="font-semibold text-2xl tracking-tight">{words.standing[standing]}</h1>
        <p className="text-ink-2">{words.hello(page.name)}</p>
      </header>
      <Hour page={page} />
      {page.onTheMap && <WayPanel page={page} seen={page.onTheMap} />}
      {standing === 'unplanned' && <Note>{words.unplannedText}</Note>}
      {standing === 'cancelled' && <Note tone="warn">{words.cancelledText}</Note>}
      <Answers page={page} token={token} />
      {page.preparations && standing === 'planned' && (
        <section>
          <h2 className="font-semibold">{words.prepare}</h2>
          <p className="whitespace-pre-line">{page.preparations}</p>
        </section>
      )}
      {page.report && (
        <a
          className={clsx(buttonClass({}), 'min-h-12 print:hidden')}
          href={`/api/public/visits/${token}/report.pdf`}
        >
          <FileText aria-hidden className="size-4" />
          {words.report}
        </a>
      )}
      {page.survey.open && <OpinionForm page={page} token={token} />}
      <WishesForm page={page} token={token} />
      <footer className="mt-auto flex flex-col gap-1 text-[0.8125rem] text-ink-2">
        {page.phone && (
          <a href={`tel:${page.phone.replace(/\s/g, '')}`}>{words.call(page.phone)}</a>
        )}
        <span>
          {words.reference} {page.reference}
        </span>
        <span className="print:hidden">{words.until(dated(page.expiresAt))}</span>
      </footer>
    </>
  )
}

const Hour = ({ page }: { page: Page }) => {
  const words = useWords(visitWords)
  const { language } = useLanguage()
  const { day, time, moment } = momentsIn(language, page.timeZone)
  const { visit, arrivalAt, toldBefore } = page
  return (
    <article className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
      {toldBefore && <Note tone="warn">{words.changed(moment(toldBefore))}</Note>}
      {visit && (
        <div>
          <p className="font-semibold text-xl first-letter:uppercase">{day(visit.startsAt)}</p>
          {arrivalAt ? (
            <p className="nums text-lg">{words.onTheWay(page.technician, time(arrivalAt))}</p>
          ) : (
            <p className="nums text-lg">
              {words.arrival(time(visit.startsAt), time(visit.arrivesBy))}
            </p>
          )}
          <p className="nums text-ink-2">{words.lasts(time(visit.endsAt))}</p>
        </div>
      )}
      <div>
        <p className="font-medium">{page.title}</p>
        <p className="flex items-start gap-1.5 text-ink-2">
          <MapPin aria-hidden className="mt-1 size-4 shrink-0" />
          {[page.siteName, page.address].filter(Boolean).join(', ')}
        </p>
      </div>
      {page.confirmed && (
        <p className="flex items-center gap-1.5 font-medium text-good">
          <CircleCheck aria-hidden className="size-5" />
          {words.confirmed}
        </p>
      )}
    </article>
  )
}

/** What the client may say now, the likeliest first. */
const Answers = ({ page, token }: SheetProps) => {
  const words = useWords(visitWords)
  const { language } = useLanguage()
  const [view, setView] = useState<'all' | 'times' | 'call'>(page.held ? 'times' : 'all')
  const { actAsync, isPending, error } = useConfirmVisit(token)
  const { refetch } = useVisitPage(token)
  const confirm = (startsAt: string) =>
    // The hour has changed meanwhile: the page shows the new one.
    void actAsync({ params: { token }, body: { startsAt } }).catch(() => void refetch())
  const { act: release, isPending: isReleasing } = useReleaseTime(token)
  const { moment } = momentsIn(language, page.timeZone)
  const { visit, asked, standing } = page
  const isPlanned = standing === 'planned' && visit !== null
  const back = () => setView('all')
  if (view === 'times' && isPlanned) return <ChooseTime page={page} token={token} onDone={back} />
  if (view === 'call') return <CallForm token={token} onDone={back} />
  return (
    <div className="flex flex-col gap-2 print:hidden">
      {error && <ProblemNote problem={error} />}
      {asked && (
        <Note tone="info">
          <p>{words.asked(moment(asked.startsAt))}</p>
          <Button
            className="mt-2 min-h-12"
            isPending={isReleasing}
            onPress={() => release({ params: { token }, body: {} })}
          >
            {words.giveUp}
          </Button>
        </Note>
      )}
      {page.callWanted && <Note tone="info">{words.callWanted}</Note>}
      {isPlanned && !page.confirmed && !asked && (
        <Button
          tone="primary"
          icon={Check}
          className="min-h-12 justify-center"
          isPending={isPending}
          onPress={() => confirm(visit.startsAt)}
        >
          {words.confirm}
        </Button>
      )}
      {isPlanned && page.moving !== 'off' && !asked && (
        <Button
          icon={CalendarClock}
          className="min-h-12 justify-center"
          onPress={() => setView('times')}
        >
          {words.otherTime}
        </Button>
      )}
      <Button icon={Phone} className="min-h-12 justify-center" onPress={() => setView('call')}>
        {words.callMe}
      </Button>
      {isPlanned && (
        <div className="grid grid-cols-2 gap-2">
          <a
            className={clsx(buttonClass({}), 'min-h-12')}
            href={`/api/public/visits/${token}/visit.ics`}
            download="visite.ics"
          >
            <CalendarPlus aria-hidden className="size-4 shrink-0" />
            {words.calendar}
          </a>
          <Button
            icon={Printer}
            className="min-h-12 justify-center"
            onPress={() => globalThis.print()}
          >
            {words.print}
          </Button>
        </div>
      )}
    </div>
  )
}
