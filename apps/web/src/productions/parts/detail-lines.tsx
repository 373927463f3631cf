import { Plus, Trash2, UserRoundX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { sheetDetailWords } from '../sheet-detail-words.ts'
import { type Scope, type ScopeChoices, ScopeField } from './scope-field.tsx'

export type DetailLine = Scope & { readonly id: string }
export type LineProps<L extends DetailLine> = {
  readonly line: L
  readonly onChange: (changes: Partial<L>) => void
  readonly errorOf: (field: string) => string | undefined
}
type Props<L extends DetailLine> = {
  readonly title: string
  readonly text: string
  readonly lines: readonly L[]
  readonly onChange: (lines: L[]) => void
  readonly errorAt: (index: number, field: string) => string | undefined
  readonly choices: ScopeChoices
  readonly idle: ReadonlySet<string>
  readonly hasDay?: boolean
  /** The button that adds one, and what it adds. */
  readonly add: { readonly label: string; readonly make: () => L } | ReactNode
  readonly children: (props: LineProps<L>) => ReactNode
}

const isMaker = (add: unknown): add is { label: string; make: () => DetailLine } =>
  typeof add === 'object' && add !== null && 'make' in add

/** One part of the details: its lines, each with whom it is for. */
export const DetailLines = <L extends DetailLine>(props: Props<L>) => {
  const { title, text, lines, onChange, add } = props
  const words = useWords(sheetDetailWords)
  const change = (index: number, changes: Partial<L>) =>
    onChange(lines.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  return (
    <Card title={title} description={text}>
      <div className="flex flex-col gap-3">
        {lines.map((line, index) => {
          const errorOf = (field: string) => props.errorAt(index, field)
          return (
            <fieldset
              key={line.id}
              className="flex flex-col gap-3 rounded-control border border-line p-3"
            >
              <legend className="sr-only">{`${title} ${index + 1}`}</legend>
              <div className="flex items-start gap-2">
                <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-6">
                  {props.children({ line, errorOf, onChange: (changes) => change(index, changes) })}
                </div>
                <IconButton
                  className="mt-5.5"
                  icon={Trash2}
                  label={words.remove}
                  onPress={() => onChange(lines.filter((_, at) => at !== index))}
                />
              </div>
              <ScopeField
                value={line}
                onChange={(changes) => change(index, changes as Partial<L>)}
                choices={props.choices}
                hasDay={props.hasDay ?? false}
                errorOf={errorOf}
              />
              {props.idle.has(line.id) && (
                <span>
                  <Badge tone="warn" icon={UserRoundX}>
                    {words.idle}
                  </Badge>
                </span>
              )}
            </fieldset>
          )
        })}
        <div>
          {isMaker(add) ? (
            <Button size="small" icon={Plus} onPress={() => onChange([...lines, add.make() as L])}>
              {add.label}
            </Button>
          ) : (
            add
          )}
        </div>
      </div>
    </Card>
  )
}
