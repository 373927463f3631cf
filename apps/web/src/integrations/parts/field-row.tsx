import type { ImportColumn, ImportField } from '@regie/contract/integrations'
import { clsx } from 'clsx'
import { ChevronDown, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { droppedColumn, isColumn } from '../column-drag.ts'
import { importWords } from '../words.ts'

type Props = {
  readonly field: ImportField
  readonly columns: readonly ImportColumn[]
  readonly mapped: readonly number[]
  readonly onChange: (columns: number[]) => void
}

/** One field and the columns that feed it: dropped on it, or chosen from its menu. */
export const FieldRow = ({ field, columns, mapped, onChange }: Props) => {
  const words = useWords(importWords)
  const { language } = useLanguage()
  const [isOver, setOver] = useState(false)
  const label = field.label[language]
  const add = (index: number) =>
    onChange(field.many ? [...mapped.filter((one) => one !== index), index] : [index])
  const chosen = mapped.flatMap((index) => columns.find((one) => one.index === index) ?? [])
  const missing = field.required && mapped.length === 0
  return (
    <li
      onDragOver={(event) => {
        if (!isColumn(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const index = droppedColumn(event)
        if (index === null) return
        event.preventDefault()
        add(index)
      }}
      className={clsx(
        'grid items-start gap-x-4 gap-y-1 rounded-control px-2 py-1.5 sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)]',
        isOver && 'bg-accent-soft outline-2 outline-accent outline-dashed',
      )}
    >
      <div className="pt-1">
        <span className="font-medium">{label}</span>
        {field.required && (
          <span className={clsx('ml-1.5 text-xs', missing ? 'text-bad' : 'text-ink-2')}>
            {words.required}
          </span>
        )}
        {field.hint[language] && <p className="text-ink-2 text-xs">{field.hint[language]}</p>}
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-1.5">
        {chosen.map((column) => (
          <Chip
            key={column.index}
            column={column}
            onRemove={() => onChange(mapped.filter((one) => one !== column.index))}
          />
        ))}
        {(field.many || chosen.length === 0) && (
          <Menu
            label={words.addColumn(label)}
            placement="bottom start"
            trigger={
              <AriaButton
                aria-label={words.addColumn(label)}
                className={clsx(
                  'inline-flex h-(--control-small) items-center gap-1 rounded-control border border-dashed px-2 text-[0.8125rem] hover:bg-sunken',
                  missing ? 'border-bad text-bad' : 'border-line-strong/60 text-ink-2',
                )}
              >
                {chosen.length ? (
                  <Plus aria-hidden className="size-3.5" />
                ) : (
                  <>
                    {words.chooseColumn}
                    <ChevronDown aria-hidden className="size-3.5" />
                  </>
                )}
              </AriaButton>
            }
          >
            {columns.map(({ index, header, samples }) => (
              <MenuItem
                key={index}
                detail={samples.join(' · ') || words.empty}
                isChosen={mapped.includes(index)}
                onAction={() => add(index)}
              >
                {header}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
    </li>
  )
}

const Chip = ({ column, onRemove }: { column: ImportColumn; onRemove: () => void }) => {
  const words = useWords(importWords)
  return (
    <span className="inline-flex h-(--control-small) min-w-0 max-w-full items-center gap-1 rounded-control bg-accent-soft pl-2 text-accent-ink">
      <span className="shrink-0 font-medium text-[0.8125rem]">{column.header}</span>
      {column.samples[0] && (
        <span className="min-w-0 truncate text-xs opacity-80">{column.samples[0]}</span>
      )}
      <AriaButton
        aria-label={words.removeColumn(column.header)}
        onPress={onRemove}
        className="grid size-(--control-small) shrink-0 cursor-default place-items-center rounded-control hover:bg-surface/60"
      >
        <X aria-hidden className="size-3.5" />
      </AriaButton>
    </span>
  )
}
