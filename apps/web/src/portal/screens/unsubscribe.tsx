import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useSubscription, useUnsubscribe } from '../api.ts'
import { visitWords } from '../visit-words.ts'

/** The way out of offers: one button. Opening the page ends nothing, for scanners open every link. */
export const Unsubscribe = () => {
  const words = useWords(visitWords)
  const token = useParam('token')
  const { data, error } = useSubscription(token)
  const { act, isPending, error: refused } = useUnsubscribe()
  return (
    <main
      data-surface="field"
      className="mx-auto flex min-h-dvh w-full max-w-lg flex-col gap-4 px-4 py-6"
    >
      <h1 className="font-semibold text-2xl tracking-tight">{words.outTitle}</h1>
      {error && <ProblemNote problem={error} />}
      {refused && <ProblemNote problem={refused} />}
      {data?.offers && (
        <>
          <p>{words.outText(data.organization, data.address)}</p>
          <Button
            tone="primary"
            className="min-h-12 justify-center"
            isPending={isPending}
            onPress={() => act({ params: { token }, body: {} })}
          >
            {words.out}
          </Button>
        </>
      )}
      <div aria-live="polite">
        {data && !data.offers && <Note tone="good">{words.isOut(data.organization)}</Note>}
      </div>
    </main>
  )
}
