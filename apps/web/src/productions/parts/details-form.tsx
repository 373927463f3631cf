import { detailsDraft } from '@regie/contract/call-sheet-details'
import { getSheetDesk, type SheetDesk } from '@regie/contract/call-sheets'
import type { LocalDate } from '@regie/contract/kernel'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useClock } from '../../lib/clock.ts'
import { makeId } from '../../lib/id.ts'
import { useWords } from '../../lib/language.tsx'
import { useCached } from '../../lib/server-state.tsx'
import { Button } from '../../ui/button.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormFoot } from '../../ui/form-foot.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useSaving } from '../../ui/use-saving.ts'
import { useSaveDetails } from '../api-sheets.ts'
import { sheetDeskWords } from '../sheet-desk-words.ts'
import { sheetDetailWords } from '../sheet-detail-words.ts'
import { AddDocument } from './add-document.tsx'
import {
  ContactFields,
  type DetailsInput,
  DocumentFields,
  type LineOf,
  LodgingFields,
  MealFields,
  NoteFields,
  TransportFields,
} from './detail-fields.tsx'
import { DetailLines, type LineProps } from './detail-lines.tsx'
import type { ScopeChoices } from './scope-field.tsx'

type Props = {
  readonly projectId: string
  readonly desk: SheetDesk
  readonly choices: ScopeChoices
  /** The day that new lines begin with. */
  readonly firstDay: LocalDate
  readonly onDirty: (isDirty: boolean) => void
}
type Part = keyof DetailsInput

/** Everything of a call sheet that is not in the plan, in one form. */
export const DetailsForm = (props: Props) => {
  const { desk, onDirty } = props
  const desks = useWords(sheetDeskWords)
  const form = useDetailsForm(desk)
  const { isDirty, isSubmitting } = form.formState
  const tell = useEffectEvent(onDirty)
  useEffect(() => tell(isDirty), [isDirty])
  const save = useSave(props, form)
  const at = { ...props, form }
  return (
    <Form form={form} onSubmit={save}>
      <p className="text-ink-2">{desks.detailsNote}</p>
      <DetailPart {...at} name="contacts" fields={ContactFields} />
      <DetailPart {...at} name="meals" fields={MealFields} />
      <DetailPart {...at} name="transport" fields={TransportFields} />
      <DetailPart {...at} name="lodging" fields={LodgingFields} />
      <DetailPart {...at} name="safety" fields={NoteFields} />
      <DetailPart {...at} name="notes" fields={NoteFields} />
      <DetailPart {...at} name="documents" fields={DocumentFields} />
      <FormFoot>
        <Button type="submit" tone="primary" isPending={isSubmitting} isDisabled={!isDirty}>
          {desks.save}
        </Button>
      </FormFoot>
    </Form>
  )
}

const useDetailsForm = (desk: SheetDesk) => useForm(detailsDraft, desk.details)
type DetailsFormOf = ReturnType<typeof useDetailsForm>

const useSave = ({ projectId, desk }: Props, form: DetailsFormOf) => {
  const desks = useWords(sheetDeskWords)
  const cached = useCached()
  const { actAsync } = useSaveDetails()
  return useSaving(form, desk.details, {
    create: () => Promise.reject(new Error('the details are always there')),
    update: (_, body) => actAsync({ params: { projectId }, body }),
    onSaved: (saved) => {
      cached.set(getSheetDesk, { params: { projectId } }, (was) => ({ ...was, details: saved }))
      form.reset(saved)
      showToast({ tone: 'good', title: desks.saved })
    },
  })
}

type PartProps<P extends Part> = Props & {
  readonly form: DetailsFormOf
  readonly name: P
  readonly fields: (props: LineProps<LineOf<P>>) => ReactNode
}

const DetailPart = <P extends Part>({ form, name, fields: Fields, ...props }: PartProps<P>) => {
  const words = useWords(sheetDetailWords)
  const fresh = useFresh(props.firstDay)
  const part: Part = name
  return (
    <FormField form={form} name={part}>
      {(bind) => {
        const lines = (bind.value ?? []) as LineOf<P>[]
        const set = (next: readonly unknown[]) => bind.onChange(next as never)
        return (
          <DetailLines<LineOf<P>>
            title={words[part]}
            text={words[`${part}Text`]}
            lines={lines}
            onChange={set}
            errorAt={(index, field) => faultAt(form.formState.errors, part, index, field)}
            choices={props.choices}
            idle={new Set(props.desk.idle)}
            hasDay={!HAVE_A_DAY.has(part)}
            add={
              part === 'documents' ? (
                <AddDocument
                  projectId={props.projectId}
                  onAdded={(one) => set([...lines, { id: one.id, name: one.name }])}
                />
              ) : (
                { label: words[addWords[part]], make: () => fresh(part) as LineOf<P> }
              )
            }
          >
            {(line) => <Fields {...line} />}
          </DetailLines>
        )
      }}
    </FormField>
  )
}

const HAVE_A_DAY: ReadonlySet<Part> = new Set(['meals', 'transport', 'lodging'])
const addWords = {
  contacts: 'addContact',
  meals: 'addMeal',
  lodging: 'addLodging',
  transport: 'addTransport',
  safety: 'addSafety',
  notes: 'addNote',
  documents: 'addDocument',
} as const satisfies Record<Part, string>

/** A new line of each part. */
const useFresh = (day: LocalDate) => {
  const clock = useClock()
  return (part: Part): DetailsInput[Part][number] => {
    const id = makeId()
    switch (part) {
      case 'contacts':
        return { id, name: '', role: '', phone: '', email: '' }
      case 'meals':
        return { id, kind: 'lunch', startsAt: clock.instantOf(day, '12:30') }
      case 'lodging':
        return { id, name: '', from: day, until: '' }
      case 'transport':
        return { id, means: '', from: '', to: '', departsAt: clock.instantOf(day, '08:00') }
      case 'safety':
      case 'notes':
        return { id, text: '' }
      case 'documents':
        return { id, name: '' }
      default:
        return part satisfies never
    }
  }
}
