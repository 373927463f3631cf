// A form: react-hook-form holds the values, the contract's schema checks them, the server's faults land on their fields.
import { zodResolver } from '@hookform/resolvers/zod'
import type { Fault } from '@regie/contract/errors'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import {
  Controller,
  type DefaultValues,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useForm as useHookForm,
} from 'react-hook-form'
import type { z } from 'zod'
import { useWords } from '../lib/language.tsx'
import { type ProblemError, toProblem } from '../lib/problem.ts'
import { ProblemNote } from './problem-note.tsx'
import { useSchemaLanguage } from './schema-language.ts'
import { formWords } from './words.ts'

export type FormOf<I extends FieldValues, O extends FieldValues> = UseFormReturn<I, unknown, O>

/**
 * `const form = useForm(clientInput, { name: '' })`: values as typed (`z.input`), submitted as parsed
 * (`z.output`). A field is checked when it was changed and left, all of them when sent.
 */
export const useForm = <I extends FieldValues, O extends FieldValues>(
  schema: z.ZodType<O, I>,
  defaults: DefaultValues<I>,
): FormOf<I, O> => {
  useSchemaLanguage()
  return useHookForm<I, unknown, O>({
    resolver: zodResolver(schema),
    defaultValues: defaults,
    shouldFocusError: false,
  })
}

const isAt = (values: unknown, path: string): boolean => {
  let inside: unknown = values
  for (const key of path.split('.')) {
    if (typeof inside !== 'object' || inside === null || !(key in inside)) return false
    inside = (inside as Record<string, unknown>)[key]
  }
  return true
}

/** Puts each fault on its field; what has no field here is returned. */
const applyFaults = <I extends FieldValues, O extends FieldValues>(
  form: FormOf<I, O>,
  faults: readonly Fault[],
): Fault[] =>
  faults.filter(({ path, expected }) => {
    const field = path.replace(/^body\.?/, '')
    if (!isAt(form.getValues(), field)) return true
    // Two faults of one field are both said.
    const before = form.getFieldState(field as Path<I>).error
    const message = before?.type === 'server' ? `${before.message} ${expected}` : expected
    form.setError(field as Path<I>, { type: 'server', message })
    return false
  })

type FormProps<I extends FieldValues, O extends FieldValues> = {
  readonly form: FormOf<I, O>
  /** Throws a ProblemError when refused, as `actAsync` does. */
  readonly onSubmit: (values: O) => Promise<unknown>
  readonly children: ReactNode
  readonly id?: string
  readonly className?: string
}

/** React Aria keeps its inputs to itself, so the field is found by what it says of itself. */
const focusFirstFault = (form: HTMLFormElement | null) => {
  const fault = form?.querySelector<HTMLElement>('[data-invalid], [data-fault]')
  // The fault of a list's line stands beside the line's fields.
  const place = fault?.matches('[data-fault]') ? fault.parentElement : fault
  const field = place?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')
  field?.focus()
  const shown = fault ?? form?.querySelector('[role=alert]')
  shown?.scrollIntoView({ block: 'center' })
}

type Refusal = { readonly problem: ProblemError; readonly rest: readonly Fault[] }

/** Sends the values; a refusal shows above the fields, its faults on them. Enter submits. */
export const Form = <I extends FieldValues, O extends FieldValues>(props: FormProps<I, O>) => {
  const { form, onSubmit, children } = props
  const element = useRef<HTMLFormElement>(null)
  const root = form.formState.errors.root as { refusal?: Refusal } | undefined
  // Counted once an attempt is over: its faults are then on screen when the effect looks for the first.
  const [attempts, setAttempts] = useState(0)
  useEffect(() => {
    if (attempts > 0) focusFirstFault(element.current)
  }, [attempts])
  const submit = form.handleSubmit(async (values) => {
    try {
      await onSubmit(values)
    } catch (error) {
      const problem = toProblem(error)
      const rest = applyFaults(form, problem.faults)
      form.setError('root', { type: 'server', refusal: { problem, rest } } as never)
    }
  })
  return (
    <form
      noValidate
      ref={element}
      id={props.id}
      className={props.className ?? 'flex flex-col gap-4'}
      onSubmit={(event) => {
        // A form inside a dialog inside a form must not send its parent.
        event.stopPropagation()
        if (event.currentTarget.querySelector('[data-half-typed]')) {
          event.preventDefault()
          focusFirstFault(event.currentTarget)
          return
        }
        void submit(event).then(() => setAttempts((count) => count + 1))
      }}
    >
      {root?.refusal && <RefusalNote {...root.refusal} />}
      {children}
    </form>
  )
}

const RefusalNote = ({ problem, rest }: Refusal) => {
  const words = useWords(formWords)
  return (
    <div className="flex flex-col gap-2">
      <ProblemNote problem={problem} />
      {rest.length > 0 && (
        <ul className="list-disc pl-6 text-bad text-sm">
          {rest.map(({ path, expected, got }) => (
            <li key={path}>
              <code>{path}</code> · {words.expected(expected, got)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Bound<T> = {
  readonly name: string
  /** A value that may be left out reads as null. */
  readonly value: undefined extends T ? Exclude<T, undefined> | null : T
  /** Null empties the field; the schema says whether that is allowed. */
  readonly onChange: (value: T | null) => void
  readonly onBlur: () => void
  readonly error: string | undefined
}

/**
 * Binds one value of the form to a field of `src/ui`:
 * `<FormField form={form} name="name">{(bind) => <TextField label={words.name} {...bind} />}</FormField>`
 */
export const FormField = <
  I extends FieldValues,
  O extends FieldValues,
  N extends FieldPath<I>,
>(props: {
  readonly form: FormOf<I, O>
  readonly name: N
  readonly children: (bind: Bound<FieldPathValue<I, N>>) => ReactNode
}) => (
  <Controller
    control={props.form.control}
    name={props.name}
    render={({ field, fieldState }) => (
      <>
        {props.children({
          name: field.name,
          value: (field.value ?? null) as Bound<FieldPathValue<I, N>>['value'],
          onChange: (value) => {
            field.onChange(value)
            if (fieldState.error) void props.form.trigger(props.name)
          },
          onBlur: () => {
            field.onBlur()
            // A field left as it was keeps silent: its complaint would move the button being pressed.
            if (fieldState.isDirty) void props.form.trigger(props.name)
          },
          error: fieldState.error?.message,
        })}
      </>
    )}
  />
)
