import type { PhotoLine } from '@regie/contract/field-log'
import { Camera, CloudUpload } from 'lucide-react'
import { useRef, useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { makeId } from '../../lib/id.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { usePhoneStore } from '../offline/phone.tsx'
import { useTell } from '../offline/use-tell.ts'
import { type PictureFault, preparePicture, UnfitPicture } from '../photos/prepare.ts'
import { fieldworkWords } from '../words.ts'
import { FieldPhoto } from './field-photo.tsx'

type Moment = PhotoLine['photo']['moment']
const moments: readonly Moment[] = ['before', 'during', 'after']

/** Pictures of the work; each is checked, turned and made smaller before it is kept, and goes by itself. */
export const Photos = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const tell = useTell(stop)
  const [moment, setMoment] = useState<Moment>('during')
  const [faults, setFaults] = useState<readonly { name: string; fault: PictureFault }[]>([])
  const [isBusy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File) => {
    const { blob, ...picture } = await preparePicture(file)
    const id = makeId()
    const about = { id, assignmentId: stop.id, type: picture.type, sha256: picture.sha256 }
    const photo = { ...about, size: blob.size, sent: 0, uploadUrl: null, problem: null }
    const said = { ...picture, photoId: id, size: blob.size, moment, caption: '' }
    return await tell({ kind: 'photo', ...said }, { blob, photo: { ...photo, state: 'waiting' } })
  }
  const takeAll = async (files: readonly File[]) => {
    setBusy(true)
    const unfit: { name: string; fault: PictureFault }[] = []
    for (const file of files)
      try {
        if (!(await take(file))) break
      } catch (error) {
        const fault = error instanceof UnfitPicture ? error.fault : 'not_an_image'
        unfit.push({ name: file.name, fault })
      }
    setFaults(unfit)
    setBusy(false)
  }
  return (
    <div className="flex flex-col gap-3">
      {faults.map(({ name, fault }) => (
        <Note key={name} tone="bad" title={name}>
          {words.photoFaults[fault]}
        </Note>
      ))}
      {stop.work.photos.length > 0 && (
        <ul className="grid grid-cols-3 gap-2">
          {stop.work.photos.map((line) => (
            <Thumb key={line.id} line={line} />
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
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={words.addPhoto}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          void takeAll(files)
        }}
      />
      <Button icon={Camera} isPending={isBusy} onPress={() => input.current?.click()}>
        {words.addPhoto}
      </Button>
    </div>
  )
}

const Thumb = ({ line: { id, photo, at } }: { line: PhotoLine }) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const { held } = usePhoneStore()
  const waiting = held?.photos.find((one) => one.id === id)
  const label = `${words.moments[photo.moment]}, ${clock.dateTime(photo.takenAt ?? at)}`
  return (
    <li className="relative aspect-square overflow-hidden rounded-control bg-sunken">
      <FieldPhoto id={id} alt={label} className="size-full object-cover" />
      {waiting && (
        <span className="absolute right-1 bottom-1 inline-flex items-center gap-1 rounded-full bg-warn-soft px-2 py-1 text-warn text-xs">
          <CloudUpload aria-label={words.unsent} className="size-4" />
          <span className="nums">{Math.floor((waiting.sent / waiting.size) * 100)} %</span>
        </span>
      )}
    </li>
  )
}
