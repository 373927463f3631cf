import {
  type Answers,
  type AnswerValue,
  answerOf,
  inLanguage,
  sayNumber,
} from '@regie/contract/form-answers'
import type { FormState } from '@regie/contract/form-rules'
import type { FormDefinition, FormField } from '@regie/contract/forms'
import { rangeText } from '@regie/contract/report-writing'
import { clsx } from 'clsx'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { FieldInput } from './field-input.tsx'
import { formWords } from './words.ts'

type Props = {
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly state: FormState
  readonly onAnswer: (key: string, value: AnswerValue) => void
  /** Names what is missing; until one has tried to finish, nothing is red for being empty. */
  readonly isTried?: boolean
  readonly isReadOnly?: boolean
  /** Photos come from the camera of whoever shows the page. */
  readonly photos?: (
    field: Extract<FormField, { kind: 'photo' }>,
    value: readonly string[],
  ) => ReactNode
}

/** A form to fill in: what applies now, what is computed, what is out of range with what helps. */
export const FormPage = ({ definition, answers, state, ...rest }: Props) => {
  const { language } = useLanguage()
  return (
    <div className="flex flex-col gap-4">
      {definition.sections.map((section, index) => {
        const fields = section.fields.filter(({ key }) => state.shown.has(key))
        if (!state.isSectionShown[index] || fields.length === 0) return null
        const help = inLanguage(section.help, language)
        return (
          <section
            key={inLanguage(section.title, 'fr')}
            className="rounded-card border border-line bg-surface p-4"
          >
            <h3 className="mb-2 font-semibold">{inLanguage(section.title, language)}</h3>
            {help && <p className="mb-2 text-ink-2">{help}</p>}
            <div className="flex flex-col gap-4">
              {fields.map((field) => (
                <Line key={field.key} field={field} answers={answers} state={state} {...rest} />
              ))}
            </div>
          </section>
        )
      })}
    </div>
  )
}

type LineProps = Omit<Props, 'definition'> & { readonly field: FormField }

const Line = ({
  field,
  answers,
  state,
  onAnswer,
  isTried = false,
  isReadOnly = false,
  photos,
}: LineProps) => {
  const words = useWords(formWords)
  const { language } = useLanguage()
  const finding = state.findings.find(({ key }) => key === field.key)
  const fault = state.faults.find(({ key }) => key === field.key)
  const value = answerOf(answers, field.key)
  const isEmpty = value === null || value === ''
  const range = rangeText(state.bounds[field.key], language)
  const advice = finding && inLanguage(finding.advice, language)
  const help = inLanguage(field.help, language)
  return (
    <div
      className={clsx(
        'flex flex-col gap-1',
        finding && 'rounded-control border-bad border-l-4 bg-bad-soft p-2.5',
      )}
    >
      {field.kind === 'computed' ? (
        <Computed
          label={inLanguage(field.label, language)}
          value={state.values[field.key] ?? null}
          field={field}
          isBad={!!finding}
        />
      ) : (
        <FieldInput
          field={field}
          value={value}
          isReadOnly={isReadOnly}
          onChange={(next) => onAnswer(field.key, next)}
          {...(photos ? { photos } : {})}
        />
      )}
      {help && <p className="text-ink-2 text-sm">{help}</p>}
      {range && (
        <p className={clsx('nums text-sm', finding ? 'font-medium text-bad' : 'text-ink-2')}>
          {words.expectedRange} : {range}
        </p>
      )}
      {finding && (
        <p role="alert" className="flex items-start gap-1.5 font-medium text-bad">
          <TriangleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0" />
          {advice || { low: '↓', high: '↑', unexpected: '!' }[finding.kind]}
        </p>
      )}
      {fault && (!isEmpty || isTried) && (
        <p role="alert" className="flex items-center gap-1.5 text-bad text-sm">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {fault[language]}
        </p>
      )}
    </div>
  )
}

const Computed = (props: {
  label: string
  value: unknown
  field: Extract<FormField, { kind: 'computed' }>
  isBad: boolean
}) => {
  const { language } = useLanguage()
  const { value, field } = props
  return (
    <p className="flex items-baseline justify-between gap-4">
      <span>{props.label}</span>
      <output className={clsx('nums whitespace-nowrap font-semibold', props.isBad && 'text-bad')}>
        {typeof value === 'number'
          ? `${sayNumber(value, language, field.decimals)} ${field.unit}`
          : '—'}
      </output>
    </p>
  )
}
