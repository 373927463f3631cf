import { sharingSentence } from '@regie/contract/whereabouts'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { showProblem } from '../../ui/toast-queue.ts'
import { useAgree, useOwnSharing } from '../api.ts'
import { sharingWords } from '../words.ts'

/** What a client would see, when, for how long, and who does not; and the switch. */
export const Sharing = () => {
  const words = useWords(sharingWords)
  const { data, error } = useOwnSharing()
  return (
    <>
      <Link to="/me" className="flex min-h-12 items-center gap-2 px-4 text-accent">
        <ArrowLeft aria-hidden className="size-5" />
        {words.back}
      </Link>
      <PageHeader title={words.title} />
      <Page>
        {!data &&
          (error ? <Note tone="info">{words.onlineOnly}</Note> : <Skeleton className="h-40" />)}
        {data && !data.offered && <Note tone="info">{words.notOffered}</Note>}
        {data?.offered && <Choice agreedAt={data.agreedAt} />}
      </Page>
    </>
  )
}

type Leave = 'granted' | 'denied' | 'prompt' | 'missing'

/** What the browser would say if it were asked; asking is left to the way itself. */
const useLeave = (): Leave | null => {
  const [leave, setLeave] = useState<Leave | null>(null)
  useEffect(() => {
    if (!('geolocation' in navigator)) return setLeave('missing')
    navigator.permissions
      ?.query({ name: 'geolocation' })
      .then(({ state }) => setLeave(state))
      .catch(() => setLeave('prompt'))
  }, [])
  return leave
}

const Choice = ({ agreedAt }: { agreedAt: string | null }) => {
  const words = useWords(sharingWords)
  const { language } = useLanguage()
  const clock = useClock()
  const leave = useLeave()
  const { actAsync, isPending } = useAgree()
  const say = (agreed: boolean) => {
    // The browser asks for its own leave now, while it is clear what for; a no there is told below.
    if (agreed)
      navigator.geolocation?.getCurrentPosition(
        () => undefined,
        () => undefined,
      )
    void actAsync({ body: { agreed } }).catch(showProblem)
  }
  return (
    <>
      <Card title={words.what} description={sharingSentence[language]}>
        <div className="flex flex-col gap-2">
          <Switch
            label={words.agree}
            value={agreedAt !== null}
            isDisabled={isPending || leave === 'missing'}
            onChange={say}
          />
          {agreedAt && <p className="text-ink-2">{words.since(clock.dateTime(agreedAt))}</p>}
          {leave === 'denied' && <Note tone="warn">{words.denied}</Note>}
          {leave === 'missing' && <Note tone="warn">{words.missing}</Note>}
        </div>
      </Card>
      <Card title={words.know}>
        <ul className="flex flex-col gap-3">
          {Object.values(words.facts).map((fact) => (
            <li key={fact} className="flex items-start gap-2.5">
              <Check aria-hidden className="mt-1 size-4 shrink-0 text-good" />
              <span className="min-w-0">{fact}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
