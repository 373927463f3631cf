import { Camera, Check } from 'lucide-react'
import { useRef } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { useTake } from '../use-take.ts'
import { fieldworkWords } from '../words.ts'
import { FieldPhoto } from './field-photo.tsx'

type Props = {
  readonly stop: PhoneStop
  readonly label: string
  readonly most: number
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Photos of the visit that answer one question: taken here and now, or picked among those there are. */
export const PhotoPicker = ({ stop, label, most, chosen, onChange }: Props) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const { takeAll, faults, isBusy } = useTake(stop)
  const input = useRef<HTMLInputElement>(null)
  const take = async (files: readonly File[]) => {
    const taken = await takeAll(files.slice(0, most - chosen.length), 'during')
    if (taken.length > 0) onChange([...chosen, ...taken])
  }
  const isFull = chosen.length >= most
  return (
    <div className="flex flex-col gap-2">
      {faults.map(({ name, fault }) => (
        <Note key={name} tone="bad" title={name}>
          {words.photoFaults[fault]}
        </Note>
      ))}
      {stop.work.photos.length > 0 && (
        <ul className="grid grid-cols-3 gap-2">
          {stop.work.photos.map(({ id, photo, at }) => {
            const isChosen = chosen.includes(id)
            const moment = words.moments[photo.moment]
            const when = clock.dateTime(photo.takenAt ?? at)
            return (
              <li
                key={id}
                className="relative aspect-square overflow-hidden rounded-control bg-sunken"
              >
                <button
                  type="button"
                  aria-pressed={isChosen}
                  aria-label={[photo.caption, moment, when].filter(Boolean).join(', ')}
                  disabled={!isChosen && isFull}
                  onClick={() =>
                    onChange(isChosen ? chosen.filter((one) => one !== id) : [...chosen, id])
                  }
                  className="size-full disabled:opacity-50 aria-pressed:ring-4 aria-pressed:ring-accent aria-pressed:ring-inset"
                >
                  <FieldPhoto id={id} alt="" className="size-full object-cover" />
                </button>
                {isChosen && (
                  <span className="pointer-events-none absolute top-1 right-1 grid size-7 place-items-center rounded-full bg-accent text-on-accent">
                    <Check aria-hidden className="size-5" />
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          void take(files)
        }}
      />
      <Button
        icon={Camera}
        isPending={isBusy}
        isDisabled={isFull}
        onPress={() => input.current?.click()}
      >
        {`${words.addPhoto} (${chosen.length}/${most})`}
      </Button>
    </div>
  )
}
