import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { bytesText } from '../bytes-text.ts'
import type { QueuedPhoto } from '../offline/database.ts'
import { usePhoneStore } from '../offline/phone.tsx'
import { offlineWords } from '../offline-words.ts'

/** One picture: how much of it has arrived, or why it will not. */
export const WaitingPhoto = ({ photo }: { photo: QueuedPhoto }) => {
  const words = useWords(offlineWords)
  const { language } = useLanguage()
  const { held, db, engine } = usePhoneStore()
  const [isAsking, setAsking] = useState(false)
  const stop = held?.stops.find(({ id }) => id === photo.assignmentId)
  const share = photo.sent / photo.size
  const again = async () => {
    const fresh = { state: 'waiting', problem: null, uploadUrl: null, sent: 0 } as const
    await db.photos.update(photo.id, fresh)
    engine.wake()
  }
  const drop = async () => {
    await db.photos.delete(photo.id)
    await db.blobs.delete(photo.id)
  }
  return (
    <article className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <p className="font-semibold">
        {photo.type.startsWith('image/') ? words.kinds.photo : words.kinds.file} ·{' '}
        {bytesText(language, photo.size)}
        {stop && ` · ${stop.client.name}`}
      </p>
      {photo.state === 'refused' ? (
        <>
          <Note tone="bad">
            {words.photoProblems[photo.problem as 'lost'] ?? words.photoProblems.invalid}
          </Note>
          <div className="grid grid-cols-2 gap-2">
            <Button tone="primary" onPress={() => void again()}>
              {words.retry}
            </Button>
            <Button onPress={() => setAsking(true)}>{words.discard}</Button>
          </div>
        </>
      ) : (
        <ProgressBar
          label={words.sentOf(numberText(language, share, { style: 'percent' }))}
          value={share}
          detail={bytesText(language, photo.sent)}
        />
      )}
      <ConfirmDialog
        title={words.discardTitle}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirm={words.discard}
        tone="danger"
        onConfirm={drop}
      >
        {words.discardText}
      </ConfirmDialog>
    </article>
  )
}
