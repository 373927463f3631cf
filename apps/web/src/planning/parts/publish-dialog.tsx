import { CircleCheck } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { publishingWords } from '../publishing-words.ts'
import { usePublishing } from '../use-publishing.ts'
import { ToldList } from './told-list.tsx'

/** Before anybody is told: what is different for whom, how they hear of it, and who not yet. */
export const PublishDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords(publishingWords)
  const { data, error, refetch, publish, outlook, left, count, send, toggle } =
    usePublishing(onClose)
  const isEmpty = data?.technicians.length === 0
  const onlyKnown = count.drafts === 0 && count.changes > 0
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      width="medium"
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            isDisabled={count.drafts + count.changes === 0}
            isPending={publish.isPending}
            onPress={send}
          >
            {onlyKnown ? words.acknowledge(count.changes) : words.confirm(count.drafts)}
          </Button>
        </>
      }
    >
      {error && <ErrorState problem={error} retry={() => void refetch()} />}
      {publish.error && <ProblemNote problem={publish.error} />}
      {isEmpty && <EmptyState icon={CircleCheck} title={words.none} text={words.noneText} />}
      {!data && !error && <Skeleton className="h-40 w-full" />}
      {data && !isEmpty && (
        <>
          <p className="mb-3 text-ink-2">{words.intro}</p>
          <ToldList
            technicians={data.technicians}
            outlook={outlook}
            left={left}
            onToggle={toggle}
          />
        </>
      )}
    </Dialog>
  )
}
