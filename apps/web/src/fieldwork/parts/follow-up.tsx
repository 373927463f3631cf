import { CopyPlus } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import type { PhoneStop } from '../offline/overlay.ts'
import { useTell } from '../offline/use-tell.ts'
import { fieldworkWords } from '../words.ts'

/** More work at the same site, for planning to look at. */
export const FollowUp = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={CopyPlus} onPress={() => setOpen(true)}>
        {words.followUp}
      </Button>
      {isOpen && <FollowUpDialog stop={stop} onClose={() => setOpen(false)} />}
    </>
  )
}

const FollowUpDialog = ({ stop, onClose }: { stop: PhoneStop; onClose: () => void }) => {
  const words = useWords(fieldworkWords)
  const tell = useTell(stop)
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const [durationMinutes, setDuration] = useState<number | null>(null)
  const [wishedOn, setWishedOn] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!title.trim()) return
    const asked = { kind: 'follow_up', title, description, durationMinutes, wishedOn } as const
    if (!(await tell(asked))) return
    showToast({ tone: 'good', title: words.followUpKept })
    onClose()
  }
  return (
    <Dialog
      title={words.followUp}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" onPress={() => void send()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={words.followUpTitle}
          value={title}
          onChange={setTitle}
          error={isTried && !title.trim() ? words.requiredField : undefined}
          maxLength={200}
        />
        <TextField
          label={words.followUpText}
          value={description}
          onChange={setDescription}
          rows={3}
          maxLength={4000}
          isOptional
        />
        <DurationField
          label={words.followUpDuration}
          value={durationMinutes}
          onChange={setDuration}
          isOptional
        />
        <DateField label={words.followUpDate} value={wishedOn} onChange={setWishedOn} isOptional />
      </div>
    </Dialog>
  )
}
