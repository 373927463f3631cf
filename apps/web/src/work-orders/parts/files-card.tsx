import { type Attachment, attachmentTypes } from '@regie/contract/work-order-files'
import { FileText, Image, Paperclip, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { numberText } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { fileAddress, useAddFile, useFiles, useRemoveFile } from '../api-files.ts'
import { fileWords } from '../file-words.ts'

const KILOBYTE = 1000

const FileRow = ({ file, onRemove }: { file: Attachment; onRemove: (() => void) | null }) => {
  const words = useWords(fileWords)
  const clock = useClock()
  const { language } = useLanguage()
  const Icon = file.type.startsWith('image/') ? Image : FileText
  const size = numberText(language, Math.max(1, Math.round(file.bytes / KILOBYTE)), {
    style: 'unit',
    unit: 'kilobyte',
  })
  return (
    <li className="flex min-w-0 items-center gap-3 border-line border-b py-1.5 last:border-b-0">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
      <span className="min-w-0 flex-1">
        <a
          href={fileAddress(file)}
          target="_blank"
          rel="noreferrer"
          dir="auto"
          className="block truncate text-accent hover:underline"
        >
          {file.name}
        </a>
        <span className="nums block text-ink-2 text-xs">
          {size} · {clock.dateAt(file.addedAt)}
        </span>
      </span>
      {onRemove && (
        <IconButton
          size="small"
          icon={Trash2}
          label={`${words.remove} ${file.name}`}
          onPress={onRemove}
        />
      )}
    </li>
  )
}

const AddFile = ({ workOrderId }: { workOrderId: string }) => {
  const words = useWords(fileWords)
  const add = useAddFile(workOrderId)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [isPending, setPending] = useState(false)
  const send = async (files: readonly File[]) => {
    setPending(true)
    setProblem(null)
    try {
      for (const file of files) await add(file)
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      {problem && <ProblemNote problem={problem} />}
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={[...attachmentTypes]}
        onSelect={(files) => void send([...(files ?? [])])}
      >
        <Button icon={Paperclip} isPending={isPending}>
          {words.add}
        </Button>
      </FileTrigger>
      <p className="text-ink-2 text-xs">{words.hint}</p>
    </div>
  )
}

/** Documents that come with a work order: looked at, added, taken off. */
export const FilesCard = ({ workOrderId }: { workOrderId: string }) => {
  const words = useWords(fileWords)
  const mayWrite = useCan()('work-orders.write')
  const { data } = useFiles(workOrderId)
  const remove = useRemoveFile()
  const [leaving, setLeaving] = useState<Attachment | null>(null)
  const files = data?.items ?? []
  return (
    <Card title={words.title}>
      {files.length === 0 && <p className="text-ink-2">{words.none}</p>}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              onRemove={mayWrite ? () => setLeaving(file) : null}
            />
          ))}
        </ul>
      )}
      {mayWrite && <AddFile workOrderId={workOrderId} />}
      <ConfirmDialog
        title={words.removeTitle}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        confirm={words.remove}
        tone="danger"
        onConfirm={async () => {
          if (leaving)
            await remove.actAsync({
              params: { workOrderId: leaving.workOrderId, attachmentId: leaving.id },
            })
        }}
      >
        {words.removeText(leaving?.name ?? '')}
      </ConfirmDialog>
    </Card>
  )
}
