import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { photoUrl, previewUrl } from '../offline/endpoints.ts'
import { useFile } from '../offline/use-file.ts'
import { fieldworkWords } from '../words.ts'

/** A photo of a past visit: the small one from the phone, a tap opens the whole one. */
export const PastPhoto = ({ id, alt }: { id: string; alt: string }) => {
  const words = useWords(fieldworkWords)
  const url = useFile(id)
  const [isBroken, setBroken] = useState(false)
  if (url === undefined) return null
  if (url === null && isBroken)
    return (
      <span className="grid size-full place-items-center text-ink-3" title={words.photoElsewhere}>
        <ImageOff aria-label={words.photoElsewhere} className="size-5" />
      </span>
    )
  return (
    <a href={photoUrl(id)} target="_blank" rel="noreferrer" className="block size-full">
      <img
        src={url ?? previewUrl(id)}
        alt={alt}
        loading="lazy"
        onError={() => setBroken(true)}
        className="size-full object-cover"
      />
    </a>
  )
}
