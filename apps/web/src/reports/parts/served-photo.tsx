import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { contentWords } from '../content-words.ts'

/** A picture from the server; said in words while it has not arrived there. */
export const ServedPhoto = ({ url, alt }: { url: string; alt: string }) => {
  const words = useWords(contentWords)
  const [isAbsent, setAbsent] = useState(false)
  if (isAbsent)
    return (
      <p className="mb-1 grid aspect-4/3 place-items-center rounded-control bg-sunken p-2 text-center text-ink-2">
        {words.noPhoto}
      </p>
    )
  return (
    <a href={url} target="_blank" rel="noreferrer">
      <img
        src={url}
        alt={alt}
        loading="lazy"
        onError={() => setAbsent(true)}
        className="mb-1 w-full rounded-control object-contain"
      />
    </a>
  )
}
