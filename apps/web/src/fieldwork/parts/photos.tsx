import type { PhotoLine } from '@regie/contract/field-log'
import { Camera, CloudUpload, Paperclip } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { late } from '../../lib/late.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { usePhoneStore } from '../offline/phone.tsx'
import { type Moment, useTake } from '../use-take.ts'
import { fieldworkWords } from '../words.ts'
import { FieldPhoto } from './field-photo.tsx'
import { FileList } from './file-list.tsx'

const PhotoDialog = late(() => import('./photo-dialog.tsx'), 'PhotoDialog')

const moments: readonly Moment[] = ['before', 'during', 'after']
const FILES = '.pdf,.txt,video/mp4,video/quicktime,video/webm,image/*'

/** Pictures and files of the work; each is checked before it is kept, and goes by itself. */
export const Photos = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const { held } = usePhoneStore()
  const { takeAll, faults, isBusy } = useTake(stop)
  const [moment, setMoment] = useState<Moment>('during')
  const [open, setOpen] = useState<PhotoLine | null>(null)
  const { photos, files } = stop.work
  const sent = new Map((held?.photos ?? []).map((one) => [one.id, one.sent / one.size]))
  const take = (chosen: readonly File[]) => void takeAll(chosen, moment)
  return (
    <div className="flex flex-col gap-3">
      {faults.map(({ name, fault }) => (
        <Note key={name} tone="bad" title={name}>
          {words.photoFaults[fault]}
        </Note>
      ))}
      {photos.length > 0 && (
        <ul className="grid grid-cols-3 gap-2">
          {photos.map((line) => (
            <Thumb key={line.id} line={line} sent={sent.get(line.id)} onOpen={setOpen} />
          ))}
        </ul>
      )}
      <div className="grid">
        <Segmented
          label={words.photoMoment}
          value={moment}
          onChange={setMoment}
          choices={moments.map((id) => ({ id, label: words.moments[id] }))}
        />
      </div>
      <Picker label={words.addPhoto} icon={Camera} accept="image/*" {...{ isBusy, take }} />
      {files.length > 0 && <FileList files={files} sent={sent} />}
      <Picker label={words.addFile} icon={Paperclip} accept={FILES} {...{ isBusy, take }} />
      {open && (
        <Suspense>
          <PhotoDialog stop={stop} line={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  )
}

type PickerProps = {
  readonly label: string
  readonly icon: typeof Camera
  readonly accept: string
  readonly isBusy: boolean
  readonly take: (files: readonly File[]) => void
}

const Picker = ({ label, icon, accept, isBusy, take }: PickerProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          take(files)
        }}
      />
      <Button icon={icon} isPending={isBusy} onPress={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}

type ThumbProps = {
  readonly line: PhotoLine
  readonly sent: number | undefined
  readonly onOpen: (line: PhotoLine) => void
}

/** The picture from the phone while it is there, else from the server, else a word. */
const Thumb = ({ line, sent, onOpen }: ThumbProps) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const { photo, at } = line
  const about = [photo.caption, words.moments[photo.moment], clock.dateTime(photo.takenAt ?? at)]
  return (
    <li className="relative aspect-square overflow-hidden rounded-control bg-sunken">
      <button
        type="button"
        aria-label={about.filter(Boolean).join(', ')}
        onClick={() => onOpen(line)}
        className="size-full"
      >
        <FieldPhoto id={line.id} alt="" className="size-full object-cover" />
      </button>
      {photo.caption && (
        <span className="pointer-events-none absolute inset-x-0 top-0 truncate bg-surface/85 px-1.5 py-0.5 text-ink text-xs">
          {photo.caption}
        </span>
      )}
      {sent !== undefined && (
        <span className="pointer-events-none absolute right-1 bottom-1 inline-flex items-center gap-1 rounded-full bg-warn-soft px-2 py-1 text-warn text-xs">
          <CloudUpload aria-label={words.unsent} className="size-4" />
          <span className="nums">{Math.floor(sent * 100)} %</span>
        </span>
      )}
    </li>
  )
}
