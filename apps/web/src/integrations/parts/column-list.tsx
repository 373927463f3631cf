import type { ImportColumn, Mapping } from '@regie/contract/integrations'
import { clsx } from 'clsx'
import { GripVertical } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { carryColumn } from '../column-drag.ts'
import { importWords } from '../words.ts'

/** The file's columns with what stands in them; each can be dragged onto a field. */
export const ColumnList = (props: { columns: readonly ImportColumn[]; mapping: Mapping }) => {
  const words = useWords(importWords)
  const used = new Set(Object.values(props.mapping).flat())
  return (
    <ul aria-label={words.ofFile} className="flex flex-col gap-1.5">
      {props.columns.map(({ index, header, samples }) => (
        <li
          key={index}
          draggable
          onDragStart={(event) => carryColumn(event, index)}
          className={clsx(
            'flex cursor-grab items-start gap-1.5 rounded-control border px-2 py-1.5 active:cursor-grabbing',
            used.has(index)
              ? 'border-line bg-sunken/50'
              : 'border-line-strong/50 border-dashed bg-surface',
          )}
        >
          <GripVertical aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
          <div className="min-w-0 flex-1">
            <p className="flex items-baseline justify-between gap-2">
              <span className="truncate font-medium">{header}</span>
              {!used.has(index) && (
                <span className="shrink-0 text-ink-2 text-xs">{words.unused}</span>
              )}
            </p>
            <p className="truncate text-ink-2 text-xs">
              {samples.length ? samples.join(' · ') : words.empty}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
