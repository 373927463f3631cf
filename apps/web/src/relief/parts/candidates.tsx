import type { ReliefCandidates, ReliefRequest } from '@regie/contract/relief'
import { Send, UserCheck } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useAskNext, useCandidates, useGiveSeat } from '../api.ts'
import { useWhy } from '../use-why.ts'
import { reliefWords } from '../words.ts'
import { CandidateLine } from './candidate-line.tsx'
import { Refused } from './refused.tsx'

type Props = { readonly request: ReliefRequest; readonly isReadOnly: boolean }

/** Who may take it by the rules of this moment, best first with why, and why the others may not. */
export const Candidates = ({ request, isReadOnly }: Props) => {
  const words = useWords(reliefWords)
  const read = useCandidates(request.id, true)
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{words.candidates}</h3>
      <p className="text-[0.8125rem] text-ink-2">{words.candidatesText}</p>
      <Loaded read={read}>
        {({ items, refused }) => (
          <>
            {items.length === 0 && <p>{words.nobody}</p>}
            <ol className="flex flex-col gap-2">
              {items.slice(0, 12).map((candidate) => (
                <Candidate
                  key={candidate.technicianId}
                  request={request}
                  candidate={candidate}
                  isReadOnly={isReadOnly}
                />
              ))}
            </ol>
            <Refused refused={refused} />
          </>
        )}
      </Loaded>
    </section>
  )
}

type CandidateProps = Props & { readonly candidate: ReliefCandidates['items'][number] }

const Candidate = ({ request, candidate, isReadOnly }: CandidateProps) => {
  const words = useWords(reliefWords)
  const ask = useAskNext()
  const give = useGiveSeat()
  const { technicianId, technicianName } = candidate
  const params = { requestId: request.id }
  const body = { version: request.version, technicianId }
  const wasAsked = request.asks.some((one) => one.technicianId === technicianId)
  const why = useWhy()(candidate, request.kind === 'emergency')
  return (
    <CandidateLine name={technicianName} why={why}>
      {!isReadOnly && (
        <>
          <Button
            size="small"
            icon={Send}
            isDisabled={wasAsked}
            isPending={ask.isPending}
            onPress={() => void ask.actAsync({ params, body }).catch(showProblem)}
          >
            {words.ask}
          </Button>
          <Button
            size="small"
            tone="primary"
            icon={UserCheck}
            isPending={give.isPending}
            onPress={() =>
              void give
                .actAsync({ params, body })
                .then(
                  () => showToast({ tone: 'good', title: words.given(technicianName) }),
                  showProblem,
                )
            }
          >
            {words.give}
          </Button>
        </>
      )}
    </CandidateLine>
  )
}
