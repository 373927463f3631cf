import type { SheetDesk, SheetPerson } from '@regie/contract/call-sheets'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { listText } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { usePublishSheets } from '../api-sheets.ts'
import { sheetDeskWords } from '../sheet-desk-words.ts'
import { sheetViewWords } from '../sheet-words.ts'

type Props = {
  readonly projectId: string
  readonly desk: SheetDesk
  readonly onClose: () => void
}

/** What the next version changes for whom, and who will be told, before anything goes out. */
export const PublishSheetsDialog = ({ projectId, desk, onClose }: Props) => {
  const words = useWords(sheetDeskWords)
  const { actAsync, isPending, error } = usePublishSheets()
  const [note, setNote] = useState('')
  const after = desk.versions[0]?.number ?? 0
  const changed = desk.people.filter(({ kind }) => kind !== 'same')
  const same = desk.people.length - changed.length
  const publish = async () => {
    const { made } = await actAsync({
      params: { projectId },
      body: { after, seen: desk.seen, note },
    })
    if (made)
      showToast({
        tone: 'good',
        title: words.published(made.number),
        text: words.publishedText(made.told),
      })
    else showToast({ tone: 'info', title: words.unchangedToast })
    onClose()
  }
  return (
    <Dialog
      title={words.publishTitle(after + 1)}
      isOpen
      onClose={onClose}
      width="medium"
      actions={
        <Button
          tone="primary"
          icon={Send}
          isPending={isPending}
          isDisabled={changed.length === 0}
          onPress={() => void publish().catch(() => undefined)}
        >
          {words.confirm}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <ProblemNote problem={error} />}
        <section>
          <h3 className="mb-1 font-semibold">{words.told(changed.length)}</h3>
          <ul className="divide-y divide-line/60 rounded-control border border-line">
            {alike(changed).map(([first, ...others]) => (
              <Turn key={first.technicianId} people={[first, ...others]} />
            ))}
          </ul>
          {same > 0 && <p className="mt-2 text-ink-2">{words.untouched(same)}</p>}
        </section>
        <TextField
          label={words.note}
          description={words.noteHint}
          isOptional
          rows={3}
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  )
}

type Alike = [SheetPerson, ...SheetPerson[]]

/** People for whom the very same lines are another: they are read once. */
const alike = (people: readonly SheetPerson[]): Alike[] => [
  ...(Map.groupBy(people, ({ kind, changes }) =>
    JSON.stringify([kind, changes]),
  ).values() as Iterable<Alike>),
]

/** Those who are alike, and each line that is another for them. */
const Turn = ({ people }: { people: Alike }) => {
  const words = useWords(sheetDeskWords)
  const view = useWords(sheetViewWords)
  const { language } = useLanguage()
  const [{ kind, changes }] = people
  const sentence = { new: words.firstSheet, removed: words.leaves, changed: '', same: '' }[kind]
  return (
    <li className="px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span dir="auto" className="font-medium">
          {listText(
            language,
            people.map(({ name }) => name),
          )}
        </span>
        {sentence && <span className="text-ink-2">{sentence}</span>}
      </p>
      {changes.length > 0 && (
        <ul className="mt-1 flex flex-col gap-1.5">
          {changes.map(({ part, key, kind: how, was, now }) => (
            <li key={`${part} ${key}`} className="flex items-start gap-2">
              <span className="w-20 shrink-0">
                <Badge tone={how === 'removed' ? 'bad' : how === 'added' ? 'good' : 'info'}>
                  {view.kinds[how]}
                </Badge>
              </span>
              <span className="min-w-0 break-words">
                {now || <s className="text-ink-2">{was}</s>}
                {how === 'changed' && (
                  <span className="block text-ink-2 text-xs">{words.was(was)}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
