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
  /** The same for all, or by file. */
  readonly maxBytes: number | ((file: File) => number)
  /** What belongs here, e.g. « CSV de techniciens, 10 Mo au plus ». */
  readonly hint: string
} & (
  | { readonly isMultiple?: false; readonly onFile: (file: File) => void }
  /** All that were dropped or chosen together. */
  | { readonly isMultiple: true; readonly onFiles: (files: readonly File[]) => void }
)

/** Files, dropped or chosen; wrong kinds and sizes are refused before anything is sent. */
export const FileDrop = (props: Props) => {
  const { accept, maxBytes, hint, isMultiple = false } = props
  const words = useWords(fileWords)
  const { language } = useLanguage()
  const [fault, setFault] = useState<string | null>(null)
  const take = (all: readonly File[]) => {
    const files = isMultiple ? all : all.slice(0, 1)
    const stranger = files.find(
      ({ name }) => !accept.some((end) => name.toLowerCase().endsWith(end)),
    )
    const most = (file: File) => (typeof maxBytes === 'number' ? maxBytes : maxBytes(file))
    const giant = files.find((file) => file.size > most(file))
    const megabytes = (count: number) =>
      numberText(language, count, { style: 'unit', unit: 'megabyte' })
    if (stranger) return setFault(words.wrongKind(stranger.name))
    if (giant)
      return setFault(
        words.tooLarge(
          giant.name,
          megabytes(Math.ceil(giant.size / 100_000) / 10),
          megabytes(Math.round(most(giant) / 1_048_576)),
        ),
      )
    setFault(null)
    const [first] = files
    if (!first) return
    if (props.isMultiple) props.onFiles(files)
    else props.onFile(first)
  }
  return (
    <div className="flex flex-col gap-2">
      <DropZone
        getDropOperation={() => 'copy'}
        onDrop={(event) => {
          void Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile())).then(
            take,
          )
        }}
        className="flex flex-col items-center gap-3 rounded-card border-2 border-line-strong/60 border-dashed bg-surface px-6 py-10 text-center transition-colors data-drop-target:border-accent data-drop-target:bg-accent-soft"
      >
        <FileUp aria-hidden className="size-7 text-ink-3" strokeWidth={1.5} />
        <div>
          <Text slot="label" className="font-medium">
            {isMultiple ? words.dropAll : words.drop}
          </Text>
          <p className="text-ink-2">{hint}</p>
        </div>
        <FileTrigger
          acceptedFileTypes={[...accept]}
          allowsMultiple={isMultiple}
          onSelect={(files) => take([...(files ?? [])])}
        >
          <Button>{isMultiple ? words.chooseAll : words.choose}</Button>
        </FileTrigger>
      </DropZone>
      {fault && <Note tone="bad">{fault}</Note>}
    </div>
  )
}
