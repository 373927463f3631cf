import { type DetailsDraft, type detailsDraft, mealKind } from '@regie/contract/call-sheet-details'
import type { z } from 'zod'
import { useWords } from '../../lib/language.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { InstantField } from '../../ui/instant-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sheetDetailWords } from '../sheet-detail-words.ts'
import type { LineProps } from './detail-lines.tsx'

export type DetailsInput = Required<z.input<typeof detailsDraft>>
export type LineOf<P extends keyof DetailsDraft> = DetailsInput[P][number]

/** The names of text fields of a line, as a form binds them. */
const useText = <L extends { readonly id: string }>({ line, onChange, errorOf }: LineProps<L>) => {
  return (field: keyof L & string) => ({
    value: (line[field] as string | undefined) ?? '',
    onChange: (text: string) => onChange({ [field]: text } as Partial<L>),
    error: errorOf(field),
  })
}

export const ContactFields = (props: LineProps<LineOf<'contacts'>>) => {
  const words = useWords(sheetDetailWords)
  const text = useText(props)
  return (
    <>
      <TextField label={words.name} className="sm:col-span-3" {...text('name')} />
      <TextField
        label={words.role}
        placeholder={words.roleHint}
        isOptional
        className="sm:col-span-3"
        {...text('role')}
      />
      <TextField
        label={words.phone}
        type="tel"
        isOptional
        className="sm:col-span-3"
        {...text('phone')}
      />
      <TextField
        label={words.email}
        type="email"
        isOptional
        className="sm:col-span-3"
        {...text('email')}
      />
    </>
  )
}

export const MealFields = (props: LineProps<LineOf<'meals'>>) => {
  const words = useWords(sheetDetailWords)
  const text = useText(props)
  const { line, onChange, errorOf } = props
  return (
    <>
      <Select
        label={words.meal}
        className="sm:col-span-2"
        options={mealKind.options.map((id) => ({ id, label: words.mealKinds[id] }))}
        value={line.kind}
        onChange={(kind) => onChange({ kind })}
        error={errorOf('kind')}
      />
      <TextField label={words.place} isOptional className="sm:col-span-4" {...text('place')} />
      <div className="sm:col-span-3">
        <InstantField
          label={words.startsAt}
          usualTime="12:30"
          value={line.startsAt || null}
          onChange={(startsAt) => onChange({ startsAt: startsAt ?? '' })}
          error={errorOf('startsAt')}
        />
      </div>
      <div className="sm:col-span-3">
        <InstantField
          label={words.endsAt}
          usualTime="13:30"
          isOptional
          value={line.endsAt ?? null}
          onChange={(endsAt) => onChange({ endsAt })}
          error={errorOf('endsAt')}
        />
      </div>
      <TextField label={words.note} isOptional className="sm:col-span-6" {...text('note')} />
    </>
  )
}

export const LodgingFields = (props: LineProps<LineOf<'lodging'>>) => {
  const words = useWords(sheetDetailWords)
  const text = useText(props)
  const { line, onChange, errorOf } = props
  return (
    <>
      <TextField label={words.hotel} className="sm:col-span-4" {...text('name')} />
      <TextField
        label={words.phone}
        type="tel"
        isOptional
        className="sm:col-span-2"
        {...text('phone')}
      />
      <TextField label={words.address} isOptional className="sm:col-span-6" {...text('address')} />
      <DateField
        label={words.from}
        className="sm:col-span-3"
        value={line.from || null}
        onChange={(from) => onChange({ from: from ?? '' })}
        error={errorOf('from')}
      />
      <DateField
        label={words.until}
        className="sm:col-span-3"
        value={line.until || null}
        onChange={(until) => onChange({ until: until ?? '' })}
        error={errorOf('until')}
      />
      <TextField label={words.note} isOptional className="sm:col-span-6" {...text('note')} />
    </>
  )
}

export const TransportFields = (props: LineProps<LineOf<'transport'>>) => {
  const words = useWords(sheetDetailWords)
  const text = useText(props)
  const { line, onChange, errorOf } = props
  return (
    <>
      <TextField
        label={words.means}
        placeholder={words.meansHint}
        className="sm:col-span-6"
        {...text('means')}
      />
      <TextField label={words.fromPlace} className="sm:col-span-3" {...text('from')} />
      <div className="sm:col-span-3">
        <InstantField
          label={words.departsAt}
          usualTime="08:00"
          value={line.departsAt || null}
          onChange={(departsAt) => onChange({ departsAt: departsAt ?? '' })}
          error={errorOf('departsAt')}
        />
      </div>
      <TextField label={words.toPlace} className="sm:col-span-3" {...text('to')} />
      <div className="sm:col-span-3">
        <InstantField
          label={words.arrivesAt}
          usualTime="10:00"
          isOptional
          value={line.arrivesAt ?? null}
          onChange={(arrivesAt) => onChange({ arrivesAt })}
          error={errorOf('arrivesAt')}
        />
      </div>
      <TextField label={words.note} isOptional className="sm:col-span-6" {...text('note')} />
    </>
  )
}

export const NoteFields = (props: LineProps<LineOf<'notes'>>) => {
  const words = useWords(sheetDetailWords)
  const text = useText(props)
  return <TextField label={words.text} rows={2} className="sm:col-span-6" {...text('text')} />
}

export const DocumentFields = (props: LineProps<LineOf<'documents'>>) => {
  const words = useWords(sheetDetailWords)
  const text = useText(props)
  return <TextField label={words.documentName} className="sm:col-span-6" {...text('name')} />
}
