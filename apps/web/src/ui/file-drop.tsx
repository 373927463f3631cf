import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { useLanguage, useWords } from '../lib/language.tsx'
import { numberText } from '../lib/words.ts'
import { Button } from './button.tsx'
import { Note } from './note.tsx'
import { fileWords } from './words.ts'

type Props = {
  /** Extensions with the dot: `['.csv', '.txt']`. */
  readonly accept: readonly string[]
  readonly maxBytes: number
  /** What belongs here, e.g. « CSV de techniciens, 10 Mo au plus ». */
  readonly hint: string
  readonly onFile: (file: File) => void
}

/** One file, dropped or chosen; wrong kinds and sizes are refused before anything is sent. */
export const FileDrop = ({ accept, maxBytes, hint, onFile }: Props) => {
  const words = useWords(fileWords)
  const { language } = useLanguage()
  const [fault, setFault] = useState<string | null>(null)
  const take = (file: File) => {
    const isKind = accept.some((end) => file.name.toLowerCase().endsWith(end))
    const limit = numberText(language, Math.round(maxBytes / 1_048_576), {
      style: 'unit',
      unit: 'megabyte',
    })
    if (!isKind) return setFault(words.wrongKind(file.name))
    if (file.size > maxBytes) return setFault(words.tooLarge(file.name, limit))
    setFault(null)
    onFile(file)
  }
  return (
    <div className="flex flex-col gap-2">
      <DropZone
        getDropOperation={() => 'copy'}
        onDrop={(event) => {
          const item = event.items.find(isFileDropItem)
          if (item) void item.getFile().then(take)
        }}
        className="flex flex-col items-center gap-3 rounded-card border-2 border-line-strong/60 border-dashed bg-surface px-6 py-10 text-center transition-colors data-drop-target:border-accent data-drop-target:bg-accent-soft"
      >
        <FileUp aria-hidden className="size-7 text-ink-3" strokeWidth={1.5} />
        <div>
          <Text slot="label" className="font-medium">
            {words.drop}
          </Text>
          <p className="text-ink-2">{hint}</p>
        </div>
        <FileTrigger
          acceptedFileTypes={[...accept]}
          onSelect={(files) => {
            const file = files?.[0]
            if (file) take(file)
          }}
        >
          <Button>{words.choose}</Button>
        </FileTrigger>
      </DropZone>
      {fault && <Note tone="bad">{fault}</Note>}
    </div>
  )
}
