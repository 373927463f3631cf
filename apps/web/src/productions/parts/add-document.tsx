import type { SheetDocument } from '@regie/contract/call-sheets'
import { attachmentTypes } from '@regie/contract/work-order-files'
import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAddDocument } from '../api-sheets.ts'
import { sheetDetailWords } from '../sheet-detail-words.ts'

type Props = {
  readonly projectId: string
  readonly onAdded: (document: SheetDocument) => void
}

/** Sends a file at once; it is on sheets once the details are saved and a version is published. */
export const AddDocument = ({ projectId, onAdded }: Props) => {
  const words = useWords(sheetDetailWords)
  const add = useAddDocument(projectId)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [isPending, setPending] = useState(false)
  const send = async ([file]: readonly File[]) => {
    if (!file) return
    setPending(true)
    setProblem(null)
    try {
      onAdded(await add(file))
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <div className="flex flex-col items-start gap-2">
      {problem && <ProblemNote problem={problem} />}
      <FileTrigger
        acceptedFileTypes={[...attachmentTypes]}
        onSelect={(files) => void send([...(files ?? [])])}
      >
        <Button size="small" icon={Paperclip} isPending={isPending}>
          {words.addDocument}
        </Button>
      </FileTrigger>
    </div>
  )
}
