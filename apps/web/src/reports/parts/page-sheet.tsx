import { type Answers, fieldsOf, inLanguage, keptFault } from '@regie/contract/form-answers'
import { readForm } from '@regie/contract/form-rules'
import type { FormPage as Sheet } from '@regie/contract/report-pages'
import { FormPage } from '../../catalog/index.ts'
import { type PhoneStop, PhotoPicker, useTell } from '../../fieldwork/index.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { reportWords } from '../words.ts'
import { usePending } from './use-pending.ts'

type Props = { readonly stop: PhoneStop; readonly page: Sheet; readonly onBack: () => void }

/** One form, filled in: each answer is kept on the phone a moment after it was given. */
export const PageSheet = ({ stop, page, onBack }: Props) => {
  const words = useWords(reportWords)
  const { language } = useLanguage()
  const tell = useTell(stop)
  const { formId, number, assetId, version } = page
  const fields = fieldsOf(version.definition)
  // What lies out of bounds is shown as such and told once it fits: the server would refuse it.
  const { pending, change } = usePending<Record<string, Answers[string]>>((changes) => {
    const answers = Object.fromEntries(
      Object.entries(changes).filter(([key, value]) =>
        fields.some((field) => field.key === key && !keptFault(field, value ?? null)),
      ),
    )
    if (Object.keys(answers).length > 0)
      void tell({ kind: 'answers', formId, number, assetId, answers })
  })
  const answers = { ...page.answers, ...(pending as Answers) }
  const state = readForm(version.definition, answers)
  return (
    <>
      <header className="sticky top-0 z-10 -mx-4 flex items-center justify-between gap-3 border-line border-b bg-canvas px-4 py-2">
        <Button onPress={onBack}>{words.back}</Button>
        <span className="nums text-ink-2">
          {state.progress.done}/{state.progress.of}
        </span>
      </header>
      <h1 className="font-semibold text-xl">
        {[inLanguage(version.definition.title, language), page.assetName]
          .filter(Boolean)
          .join(' · ')}
      </h1>
      <FormPage
        definition={version.definition}
        answers={answers}
        state={state}
        onAnswer={(key, value) => change({ [key]: value })}
        photos={(field, ids) => (
          <PhotoPicker
            stop={stop}
            label={inLanguage(field.label, language)}
            most={field.most}
            chosen={ids}
            onChange={(next) => change({ [field.key]: [...next] })}
          />
        )}
      />
      <Button tone="primary" className="min-h-14" onPress={onBack}>
        {words.next}
      </Button>
    </>
  )
}
