import type { ImportDraft, ImportField, Mapping } from '@regie/contract/integrations'
import { History } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
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
  const groups = Map.groupBy(fields, ({ group }: ImportField) => group[language])
  const change = (key: string, indexes: number[]) => {
    const { [key]: _, ...others } = mapping
    props.onChange(indexes.length ? { ...others, [key]: indexes } : others)
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
