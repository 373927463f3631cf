import type { ImportDraft, LineOutcome, PreviewLine } from '@regie/contract/integrations'
import { CircleAlert, CircleCheck, Equal, type LucideIcon, Pencil } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { importWords } from '../words.ts'

const looks: Readonly<Record<LineOutcome, readonly [BadgeTone, LucideIcon]>> = {
  create: ['good', CircleCheck],
  update: ['info', Pencil],
  keep: ['neutral', Equal],
  faulty: ['bad', CircleAlert],
}

/** The first lines as they will be read, field by field. */
export const PreviewCard = ({
  draft,
  lines,
}: {
  draft: ImportDraft
  lines: readonly PreviewLine[]
}) => {
  const words = useWords(importWords)
  const { language } = useLanguage()
  const fields = draft.fields.filter(({ key }) => draft.mapping[key]?.length)
  return (
    <Card title={words.preview} description={words.previewText} isFlush>
      <div className="overflow-x-auto">
        <table aria-label={words.preview} className="w-full border-collapse text-left">
          <thead>
            <tr className="border-line border-b text-[0.8125rem] text-ink-2">
              <th scope="col" className="px-4 py-2 font-medium">
                {words.line}
              </th>
              {fields.map(({ key, label }) => (
                <th key={key} scope="col" className="whitespace-nowrap px-3 py-2 font-medium">
                  {label[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, outcome, values }) => {
              const [tone, icon] = looks[outcome]
              return (
                <tr key={line} className="border-line border-b last:border-0">
                  <td className="whitespace-nowrap px-4 py-1.5">
                    <span className="nums mr-2 text-ink-2">{line}</span>
                    <Badge tone={tone} icon={icon}>
                      {words.outcomes[outcome]}
                    </Badge>
                  </td>
                  {fields.map(({ key }) => (
                    <td key={key} className="max-w-64 truncate px-3 py-1.5" title={values[key]}>
                      {values[key]}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
