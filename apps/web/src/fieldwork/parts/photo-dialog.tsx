import type { PhotoLine } from '@regie/contract/field-log'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { useTell } from '../offline/use-tell.ts'
import { fieldworkWords } from '../words.ts'
import { FieldPhoto } from './field-photo.tsx'

type Props = {
  readonly stop: PhoneStop
  readonly line: PhotoLine
  readonly onClose: () => void
}

const moments = ['before', 'during', 'after'] as const

/** One picture in large, with the words that stand under it in the report. */
export const PhotoDialog = ({ stop, line: { id, photo }, onClose }: Props) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const tell = useTell(stop)
  const [caption, setCaption] = useState(photo.caption)
  const [moment, setMoment] = useState(photo.moment)
  const save = async () => {
    const isSame = caption.trim() === photo.caption && moment === photo.moment
    if (isSame || (await tell({ ...photo, caption: caption.trim(), moment }))) onClose()
  }
  return (
    <Dialog
      title={clock.dateTime(photo.takenAt)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" onPress={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FieldPhoto
          id={id}
          alt={photo.caption || words.moments[photo.moment]}
          className="max-h-[45dvh] w-full rounded-control bg-sunken object-contain"
        />
        <TextField
          label={words.photoCaption}
          value={caption}
          onChange={setCaption}
          maxLength={500}
          isOptional
        />
        <Segmented
          label={words.photoMoment}
          value={moment}
          onChange={setMoment}
          choices={moments.map((one) => ({ id: one, label: words.moments[one] }))}
        />
      </div>
    </Dialog>
  )
}
