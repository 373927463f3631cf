import { inLanguage } from '@regie/contract/form-answers'
import { type FieldKind, type FormDefinition, fieldKinds } from '@regie/contract/forms'
import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { moved, newField } from './new-field.ts'
import { formWords } from './words.ts'

/** A section (`field` null) or one of its fields. */
export type Place = { readonly section: number; readonly field: number | null }
type Props = {
  readonly definition: FormDefinition
  readonly chosen: Place
  readonly faulty: ReadonlySet<string>
  readonly onChoose: (place: Place) => void
  readonly onChange: (definition: FormDefinition, chosen: Place) => void
}

/** Sections with their fields; Alt and an arrow moves the chosen line. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case for each kind, none longer than a few lines
export const Outline = ({ definition, chosen, faulty, onChoose, onChange }: Props) => {
  const words = useWords(formWords)
  const { language } = useLanguage()
  const { sections } = definition
  const move = ({ section, field }: Place, step: -1 | 1) => {
    if (field === null) {
      const to = Math.max(0, Math.min(sections.length - 1, section + step))
      return onChange(
        { ...definition, sections: moved(sections, section, step) },
        { section: to, field: null },
      )
    }
    const list = sections[section]?.fields ?? []
    const to = Math.max(0, Math.min(list.length - 1, field + step))
    onChange(withFields(definition, section, moved(list, field, step)), { section, field: to })
  }
  const remove = ({ section, field }: Place) =>
    field === null
      ? onChange(
          { ...definition, sections: sections.filter((_, at) => at !== section) },
          { section: Math.max(0, section - 1), field: null },
        )
      : onChange(
          withFields(
            definition,
            section,
            (sections[section]?.fields ?? []).filter((_, at) => at !== field),
          ),
          { section, field: null },
        )
  const row = (place: Place, text: string, kind: string, isSection: boolean) => (
    <Row
      key={`${place.section}.${place.field}`}
      text={text || words.untitled}
      kind={kind}
      isSection={isSection}
      isChosen={chosen.section === place.section && chosen.field === place.field}
      isFaulty={faulty.has(
        place.field === null ? `${place.section}` : `${place.section}.${place.field}`,
      )}
      mayRemove={!isSection || sections.length > 1}
      onChoose={() => onChoose(place)}
      onMove={(step) => move(place, step)}
      onRemove={() => remove(place)}
    />
  )
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-2 text-sm">{words.orderHelp}</p>
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section has no name of its own
        <div key={at} className="flex flex-col rounded-control border border-line">
          {row({ section: at, field: null }, inLanguage(section.title, language), '', true)}
          {section.fields.map((field, index) =>
            row(
              { section: at, field: index },
              inLanguage(field.label, language),
              words.kinds[field.kind],
              false,
            ),
          )}
          <div className="p-1.5">
            <Select<FieldKind>
              label={words.addField}
              isLabelHidden
              placeholder={`+ ${words.addField}`}
              value={null}
              options={fieldKinds.map((kind) => ({ id: kind, label: words.kinds[kind] }))}
              onChange={(kind) =>
                onChange(
                  withFields(definition, at, [
                    ...section.fields,
                    newField(definition, kind, words.kinds[kind]),
                  ]),
                  {
                    section: at,
                    field: section.fields.length,
                  },
                )
              }
            />
          </div>
        </div>
      ))}
      <Button
        icon={Plus}
        onPress={() => {
          const blank = {
            title: { fr: words.untitled, en: words.untitled },
            help: { fr: '', en: '' },
            visibleWhen: '',
            fields: [],
          }
          onChange(
            { ...definition, sections: [...sections, blank] },
            { section: sections.length, field: null },
          )
        }}
      >
        {words.addSection}
      </Button>
    </div>
  )
}

export const withFields = (
  definition: FormDefinition,
  section: number,
  fields: FormDefinition['sections'][number]['fields'],
): FormDefinition => ({
  ...definition,
  sections: definition.sections.map((one, at) => (at === section ? { ...one, fields } : one)),
})

type RowProps = {
  readonly text: string
  readonly kind: string
  readonly isSection: boolean
  readonly isChosen: boolean
  readonly isFaulty: boolean
  readonly mayRemove: boolean
  readonly onChoose: () => void
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

const Row = ({
  text,
  kind,
  isSection,
  isChosen,
  isFaulty,
  mayRemove,
  onChoose,
  onMove,
  onRemove,
}: RowProps) => {
  const words = useWords(formWords)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div
      className={clsx(
        'flex items-center',
        isChosen && 'bg-accent-soft',
        !isSection && 'border-line border-t',
      )}
    >
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        onKeyDown={onKeyDown}
        className={clsx(
          'flex min-w-0 flex-1 items-baseline gap-2 px-2.5 py-1.5 text-left',
          isSection ? 'font-semibold' : 'pl-5',
          isFaulty && 'text-bad',
        )}
      >
        <span className="min-w-0 truncate">{text}</span>
        <span className="shrink-0 text-ink-3 text-xs">{kind}</span>
      </button>
      {isChosen && (
        <>
          <IconButton size="small" icon={ArrowUp} label={words.moveUp} onPress={() => onMove(-1)} />
          <IconButton
            size="small"
            icon={ArrowDown}
            label={words.moveDown}
            onPress={() => onMove(1)}
          />
          <IconButton
            size="small"
            icon={Trash2}
            label={words.remove}
            isDisabled={!mayRemove}
            onPress={onRemove}
          />
        </>
      )}
    </div>
  )
}
