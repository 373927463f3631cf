import type { FileLine } from '@regie/contract/field-log'
import { CloudUpload, FileText, Film } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { bytesText } from '../bytes-text.ts'
import { fileUrl } from '../offline/endpoints.ts'
import { fieldworkWords } from '../words.ts'

type Props = {
  readonly files: readonly FileLine[]
  /** Share of each that has arrived, by id, for those that have not wholly. */
  readonly sent?: ReadonlyMap<string, number>
}

/** Documents and films that were sent along. */
export const FileList = ({ files, sent }: Props) => {
  const words = useWords(fieldworkWords)
  const { language } = useLanguage()
  return (
    <ul className="flex flex-col gap-2">
      {files.map(({ id, by, file: { name, type, size } }) => {
        const Icon = type.startsWith('video/') ? Film : FileText
        const share = sent?.get(id)
        return (
          <li key={id}>
            <a
              href={fileUrl(id)}
              target="_blank"
              rel="noreferrer"
              aria-disabled={share !== undefined}
              className={`${buttonClass({})} w-full justify-start! py-2 text-left aria-disabled:pointer-events-none`}
            >
              <Icon aria-hidden className="size-5 shrink-0" />
              <span className="min-w-0 flex-1">
                <span className="block break-words">{name}</span>
                <span className="nums block font-normal text-ink-2 text-sm">
                  {[bytesText(language, size), by].filter(Boolean).join(' · ')}
                </span>
              </span>
              {share !== undefined && (
                <span className="inline-flex items-center gap-1 text-sm text-warn">
                  <CloudUpload aria-label={words.unsent} className="size-5" />
                  <span className="nums">{Math.floor(share * 100)} %</span>
                </span>
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
