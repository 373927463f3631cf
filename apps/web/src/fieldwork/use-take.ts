// Taking pictures and files along: each is checked before it is kept, what does not fit is told by name, and the rest
// goes on.
import type { PhotoLine } from '@regie/contract/field-log'
import { useState } from 'react'
import { makeId } from '../lib/id.ts'
import type { PhoneStop } from './offline/overlay.ts'
import { useClockAhead } from './offline/phone.tsx'
import { useTell } from './offline/use-tell.ts'
import { type PictureFault, preparePicture, UnfitPicture } from './photos/prepare.ts'
import { fileTypeOf, readSentFile } from './photos/take-file.ts'

export type Moment = PhotoLine['photo']['moment']
type Unfit = { readonly name: string; readonly fault: PictureFault }

/** A picture this young was dated by the phone's own clock. */
const JUST_NOW_MS = 10 * 60_000

export function useTake(stop: PhoneStop) {
  const tell = useTell(stop)
  const ahead = useClockAhead()
  const [faults, setFaults] = useState<readonly Unfit[]>([])
  const [isBusy, setBusy] = useState(false)
  const waiting = { sent: 0, uploadUrl: null, problem: null, state: 'waiting' } as const
  const takePhoto = async (file: File, moment: Moment) => {
    const { blob, takenAt, ...picture } = await preparePicture(file)
    const id = makeId()
    const about = { id, assignmentId: stop.id, type: picture.type, sha256: picture.sha256 }
    const said = { ...picture, photoId: id, size: blob.size, moment, caption: '' }
    const isOurs = Math.abs(Date.now() - Date.parse(takenAt)) < JUST_NOW_MS
    const trueAt = new Date(Date.parse(takenAt) - (isOurs ? ahead : 0)).toISOString()
    const photo = { ...about, ...waiting, size: blob.size }
    const isKept = await tell({ kind: 'photo', ...said, takenAt: trueAt }, { blob, photo })
    return isKept ? id : null
  }
  const takeFile = async (file: File, type: NonNullable<ReturnType<typeof fileTypeOf>>) => {
    const said = await readSentFile(file, type)
    const { size, sha256 } = said
    const id = makeId()
    const photo = { id, assignmentId: stop.id, type, size, sha256, ...waiting }
    const isKept = await tell({ kind: 'file', fileId: id, ...said }, { blob: file, photo })
    return isKept ? id : null
  }
  /** Returns the ids of what is kept. */
  const takeAll = async (files: readonly File[], moment: Moment): Promise<string[]> => {
    setBusy(true)
    const ids: string[] = []
    const unfit: Unfit[] = []
    for (const file of files)
      try {
        const type = fileTypeOf(file)
        const id = await (type ? takeFile(file, type) : takePhoto(file, moment))
        if (id === null) break
        ids.push(id)
      } catch (error) {
        const fault = error instanceof UnfitPicture ? error.fault : 'unreadable'
        unfit.push({ name: file.name, fault })
      }
    setFaults(unfit)
    setBusy(false)
    return ids
  }
  return { takeAll, faults, isBusy }
}
