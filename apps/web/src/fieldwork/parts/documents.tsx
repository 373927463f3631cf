import type { FieldAssignment } from '@regie/contract/fieldwork'
import { CloudDownload, FileText, Image, Smartphone } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { alongWords } from '../along-words.ts'
import { bytesText } from '../bytes-text.ts'
import { documentUrl } from '../offline/endpoints.ts'
import { useFile } from '../offline/use-file.ts'

type FieldDocument = FieldAssignment['documents'][number]

/** What the office put there; opened from the phone itself once it was taken along. */
export const Documents = (props: {
  readonly documents: readonly FieldDocument[]
  /** Where it is fetched from when it is not on the phone. */
  readonly address?: (id: string) => string
}) => (
  <ul className="flex flex-col gap-2">
    {props.documents.map((one) => (
      <li key={one.id}>
        <DocumentLink {...one} address={(props.address ?? documentUrl)(one.id)} />
      </li>
    ))}
  </ul>
)

const DocumentLink = ({ id, name, type, bytes, address }: FieldDocument & { address: string }) => {
  const words = useWords(alongWords)
  const { language } = useLanguage()
  const url = useFile(id)
  const Icon = type.startsWith('image/') ? Image : FileText
  const Place = url ? Smartphone : CloudDownload
  return (
    <a
      href={url ?? address}
      target="_blank"
      rel="noreferrer"
      className={`${buttonClass({})} w-full justify-start! py-2 text-left`}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block break-words">{name}</span>
        <span className="flex items-center gap-1.5 font-normal text-ink-2 text-sm">
          <Place aria-hidden className="size-4 shrink-0" />
          {url ? words.onPhone : words.online} · {bytesText(language, bytes)}
        </span>
      </span>
    </a>
  )
}
