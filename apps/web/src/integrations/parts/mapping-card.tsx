import type { ImportDraft, ImportField, Mapping } from '@regie/contract/integrations'
import { ChevronDown, ChevronUp, History } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { importWords } from '../words.ts'
import { ColumnList } from './column-list.tsx'
import { FieldRow } from './field-row.tsx'

/** Which column tells what: fields on one side, the file's columns with their values on the other. */
export const MappingCard = (props: {
  draft: ImportDraft
  onChange: (mapping: Mapping) => void
}) => {
  const words = useWords(importWords)
  const { language } = useLanguage()
  const { columns, fields, mapping, remembered } = props.draft
  const [isWhole, setWhole] = useState(false)
  const isTelling = ({ key, required }: ImportField) => required || Boolean(mapping[key]?.length)
  const shown = isWhole ? fields : fields.filter(isTelling)
  const others = fields.filter((field) => !isTelling(field)).length
  const groups = Map.groupBy(shown, ({ group }) => group[language])
  const change = (key: string, indexes: number[]) => {
    const { [key]: _, ...rest } = mapping
    props.onChange(indexes.length ? { ...rest, [key]: indexes } : rest)
  }
  return (
    <Card title={words.columns} description={words.columnsText}>
      {remembered && (
        <div className="mb-3">
          <Badge tone="info" icon={History}>
            {words.remembered}
          </Badge>
        </div>
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex flex-col gap-4">
          {[...groups].map(([name, members]) => (
            <section key={name} aria-label={name}>
              <h3 className="px-2 pb-1 font-medium text-[0.8125rem] text-ink-2">{name}</h3>
              <ul className="flex flex-col">
                {members.map((field) => (
                  <FieldRow
                    key={field.key}
                    field={field}
                    columns={columns}
                    mapped={mapping[field.key] ?? []}
                    onChange={(indexes) => change(field.key, indexes)}
                  />
                ))}
              </ul>
            </section>
          ))}
          {others > 0 && (
            <div className="px-2">
              <Button
                size="small"
                icon={isWhole ? ChevronUp : ChevronDown}
                onPress={() => setWhole(!isWhole)}
              >
                {isWhole ? words.fewerFields : words.otherFields(others)}
              </Button>
            </div>
          )}
        </div>
        <aside className="hidden lg:block">
          <div className="sticky top-4">
            <h3 className="pb-2 font-medium text-[0.8125rem] text-ink-2">{words.ofFile}</h3>
            <div className="max-h-[70vh] overflow-y-auto pr-1">
              <ColumnList columns={columns} mapping={mapping} />
            </div>
          </div>
        </aside>
      </div>
    </Card>
  )
}
