// Answers that no field takes: out of bounds, of another kind, or for a field that this version of the form has not. Pure.
import type { Fault } from '@regie/contract/errors'
import { type Answers, answerOf, fieldsOf, keptFault } from '@regie/contract/form-answers'
import type { FormDefinition } from '@regie/contract/forms'
import type { Language } from '@regie/contract/roles'

const NO_FIELD = {
  fr: 'Un champ de cette version du formulaire est attendu.',
  en: 'A field of this version of the form is expected.',
}

/** Every one of them, with the path of the answer; an answer that was taken back fits anywhere. */
export function misfits(definition: FormDefinition, answers: Answers, language: Language): Fault[] {
  const fields = new Map(fieldsOf(definition).map((field) => [field.key, field]))
  return Object.keys(answers).flatMap((key) => {
    const field = fields.get(key)
    const fault = field ? keptFault(field, answerOf(answers, key)) : NO_FIELD
    const got = JSON.stringify(answers[key]).slice(0, 80)
    return fault ? [{ path: `what.answers.${key}`, expected: fault[language], got }] : []
  })
}
