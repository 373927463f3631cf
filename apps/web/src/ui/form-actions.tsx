import type { FieldValues } from 'react-hook-form'
import { useWords } from '../lib/language.tsx'
import { Button } from './button.tsx'
import type { FormOf } from './form.tsx'
import { formWords, overlayWords } from './words.ts'

type Props<I extends FieldValues, O extends FieldValues> = {
  readonly form: FormOf<I, O>
  /** Of the form element: these buttons stand outside it. */
  readonly id: string
  readonly onClose: () => void
}

/** The foot of a dialog or drawer that holds a form: leave it, or save. */
export const FormActions = <I extends FieldValues, O extends FieldValues>(props: Props<I, O>) => {
  const { cancel } = useWords(overlayWords)
  const { save } = useWords(formWords)
  const { isSubmitting } = props.form.formState
  return (
    <>
      <Button onPress={props.onClose}>{cancel}</Button>
      <Button type="submit" form={props.id} tone="primary" isPending={isSubmitting}>
        {save}
      </Button>
    </>
  )
}
