import { ImageOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { photoUrl } from '../offline/endpoints.ts'
import { usePhoneStore } from '../offline/phone.tsx'
import { fieldworkWords } from '../words.ts'

type Props = { readonly id: string; readonly alt: string; readonly className?: string }

/** The picture from the phone while it is there, else from the server, else a word. */
export const FieldPhoto = ({ id, alt, className }: Props) => {
  const words = useWords(fieldworkWords)
  const { held } = usePhoneStore()
  const local = useLocalPicture(id, held?.photos.some((one) => one.id === id) ?? false)
  const [isAbsent, setAbsent] = useState(false)
  if (isAbsent && !local)
    return (
      <span className="grid size-full place-items-center p-1 text-center text-ink-2 text-xs">
        <ImageOff aria-hidden className="size-6" />
        {words.photoElsewhere}
      </span>
    )
  return (
    <img
      src={local ?? photoUrl(id)}
      alt={alt}
      loading="lazy"
      onError={() => setAbsent(true)}
      className={className}
    />
  )
}

function useLocalPicture(id: string, isWaiting: boolean): string | null {
  const { db } = usePhoneStore()
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!isWaiting) return
    let made: string | null = null
    let isOver = false
    void db.blobs.get(id).then((kept) => {
      if (!kept || isOver) return
      made = URL.createObjectURL(kept.blob)
      setUrl(made)
    })
    return () => {
      isOver = true
      if (made) URL.revokeObjectURL(made)
      setUrl(null)
    }
  }, [db, id, isWaiting])
  return url
}
