import { answerShift } from '@regie/contract/notifications'
import { useNavigate } from '@tanstack/react-router'
import { Frown, Smile } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useAct } from '../../lib/server-state.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { inboxWords } from '../inbox-words.ts'
import { shiftWords } from '../shift-words.ts'

/** Did all go well? One tap; a word besides for who wants to say more. */
export const AfterShift = () => {
  const words = useWords(shiftWords)
  const inbox = useWords(inboxWords)
  const navigate = useNavigate()
  const [isSaying, setSaying] = useState(false)
  const [comment, setComment] = useState('')
  const { act, isPending, error, data } = useAct(answerShift)
  const say = (wentWell: boolean) => act({ body: { wentWell, comment } })
  return (
    <>
      <PageHeader title={words.title} path={[{ label: inbox.title, to: '/inbox' }]} />
      <Page width="reading">
        {data ? (
          <>
            <Note tone="good">{data.wentWell ? words.thanksYes : words.thanksNo}</Note>
            <Button onPress={() => void navigate({ to: '/' })}>{words.back}</Button>
          </>
        ) : (
          <>
            <p className="text-ink-2">{words.text}</p>
            {isSaying && (
              <TextField
                label={words.what}
                value={comment}
                onChange={setComment}
                rows={3}
                isOptional
              />
            )}
            <div className="grid grid-cols-2 gap-3">
              {isSaying ? (
                <Button className="min-h-14" onPress={() => setSaying(false)}>
                  {words.back}
                </Button>
              ) : (
                <Button
                  tone="primary"
                  icon={Smile}
                  className="min-h-14"
                  isPending={isPending}
                  onPress={() => say(true)}
                >
                  {words.yes}
                </Button>
              )}
              <Button
                icon={Frown}
                tone={isSaying ? 'danger' : 'plain'}
                className="min-h-14"
                isPending={isPending}
                onPress={() => (isSaying ? say(false) : setSaying(true))}
              >
                {isSaying ? words.send : words.no}
              </Button>
            </div>
            {error && <ProblemNote problem={error} />}
          </>
        )}
      </Page>
    </>
  )
}
