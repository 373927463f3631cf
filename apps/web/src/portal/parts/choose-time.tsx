import type { VisitPage } from '@regie/contract/portal-visit'
import { ArrowLeft, Check } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useFreeTimes, useHoldTime, useReleaseTime, useTakeTime } from '../api.ts'
import { momentsIn } from '../moments.ts'
import { visitWords } from '../visit-words.ts'

type Props = { readonly page: VisitPage; readonly token: string; readonly onDone: () => void }

/** Another time: first the free ones, then the one that is kept, with a clear last step. */
export const ChooseTime = ({ page, token, onDone }: Props) =>
  page.held ? (
    <Held page={page} held={page.held} token={token} onDone={onDone} />
  ) : (
    <FreeTimes page={page} token={token} onDone={onDone} />
  )

const FreeTimes = ({ page, token, onDone }: Props) => {
  const words = useWords(visitWords)
  const { language } = useLanguage()
  const { data, error, refetch } = useFreeTimes(token)
  const { actAsync, isPending, error: refused } = useHoldTime(token)
  const { day, time } = momentsIn(language, page.timeZone)
  const days = Map.groupBy(data?.items ?? [], ({ startsAt }) => day(startsAt))
  const hold = (startsAt: string) =>
    // Somebody was faster: the list is asked for anew.
    void actAsync({ params: { token }, body: { startsAt } }).catch(() => void refetch())
  return (
    <section aria-labelledby="times" className="flex flex-col gap-3">
      <h2 id="times" className="font-semibold text-lg">
        {words.times}
      </h2>
      {!data && !error && <p className="text-ink-2">{words.searching}</p>}
      {error && <ProblemNote problem={error} />}
      {refused && <ProblemNote problem={refused} />}
      {data && days.size === 0 && <Note tone="warn">{words.noTimes}</Note>}
      {days.size > 0 && <p className="text-ink-2">{words.timesText}</p>}
      {[...days].map(([name, times]) => (
        <div key={name} className="flex flex-col gap-1.5">
          <h3 className="font-medium first-letter:uppercase">{name}</h3>
          <div className="grid grid-cols-3 gap-2 sm:grid-cols-4">
            {times.map(({ startsAt }) => (
              <Button
                key={startsAt}
                className="nums min-h-12 justify-center"
                isDisabled={isPending}
                aria-label={`${name}, ${time(startsAt)}`}
                onPress={() => hold(startsAt)}
              >
                {time(startsAt)}
              </Button>
            ))}
          </div>
        </div>
      ))}
      <Button icon={ArrowLeft} className="min-h-12 self-start" onPress={onDone}>
        {words.back}
      </Button>
    </section>
  )
}

const Held = ({ page, held, token, onDone }: Props & { held: NonNullable<VisitPage['held']> }) => {
  const words = useWords(visitWords)
  const { language } = useLanguage()
  const { actAsync: take, isPending, error } = useTakeTime(token)
  const { act: release, isPending: isReleasing } = useReleaseTime(token)
  const { moment, time } = momentsIn(language, page.timeZone)
  const { startsAt, expiresAt } = held
  return (
    <section className="flex flex-col gap-3" aria-live="polite">
      <Note tone="info" title={words.held(moment(startsAt))}>
        {words.heldUntil(time(expiresAt))}
      </Note>
      {error && <ProblemNote problem={error} />}
      <Button
        tone="primary"
        icon={Check}
        className="min-h-12 justify-center"
        isPending={isPending}
        onPress={() => {
          void take({ params: { token }, body: { startsAt } }).then(onDone, () => undefined)
        }}
      >
        {words.take[page.moving === 'approval' ? 'approval' : 'direct']}
      </Button>
      <Button
        className="min-h-12 justify-center"
        isPending={isReleasing}
        onPress={() => release({ params: { token }, body: {} })}
      >
        {words.giveBack}
      </Button>
    </section>
  )
}
