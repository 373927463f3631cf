import type { ContentPhoto, ReportContent } from '@regie/contract/report-content'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { clockOf } from '../../lib/time.ts'
import { contentWords } from '../content-words.ts'
import { ContentPart } from './content-part.tsx'

/** How a place shows the picture itself: from the phone, from the server, or by a link to sign. */
export type ShowPhoto = (photo: ContentPhoto, alt: string) => ReactNode

type Props = { readonly content: ReportContent; readonly photo: ShowPhoto }

/** The pictures that are signed, each with its number, moment, caption and fingerprint. */
export const ContentPhotos = ({ content, photo }: Props) => {
  const words = useWords(contentWords)
  const { language } = useLanguage()
  const clock = clockOf(content.timeZone, language)
  if (content.photos.length === 0) return null
  return (
    <ContentPart title={`${words.photos} (${content.photos.length})`}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {content.photos.map((one, index) => {
          const name = words.photo(index + 1)
          const moment = words.moments[one.moment]
          return (
            <li key={one.id} className="min-w-0 text-sm">
              {photo(one, [name, moment, one.caption].filter(Boolean).join(', '))}
              <span className="nums block text-ink-2">
                <span className="font-medium text-ink">{name}</span> · {moment} ·{' '}
                {clock.dateTime(one.takenAt)}
              </span>
              {one.caption}
              <code className="block truncate text-ink-3 text-xs">{one.sha256}</code>
            </li>
          )
        })}
      </ul>
    </ContentPart>
  )
}
