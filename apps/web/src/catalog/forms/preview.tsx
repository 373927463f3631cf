import { type Answers, inLanguage } from '@regie/contract/form-answers'
import { readForm } from '@regie/contract/form-rules'
import type { FormDefinition } from '@regie/contract/forms'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { FormPage } from './form-page.tsx'
import { formWords } from './words.ts'

/** The form as the technician will have it, to be tried. */
export const Preview = ({ definition }: { definition: FormDefinition }) => {
  const words = useWords(formWords)
  const { language } = useLanguage()
  const [answers, setAnswers] = useState<Answers>({})
  const state = readForm(definition, answers)
  return (
    <div className="flex flex-col items-center gap-2">
      <p className="text-ink-2 text-sm">{words.previewText}</p>
      <div className="h-[44rem] w-full max-w-[24.5rem] overflow-y-auto rounded-[2rem] border-8 border-line-strong bg-canvas p-3">
        <h3 className="px-1 pt-1 pb-0.5 font-semibold text-lg">
          {inLanguage(definition.title, language)}
        </h3>
        <p className="nums mb-3 px-1 text-ink-2 text-sm">
          {words.outOf(state.progress.done, state.progress.of)}
        </p>
        <FormPage
          definition={definition}
          answers={answers}
          state={state}
          onAnswer={(key, value) => setAnswers((all) => ({ ...all, [key]: value }))}
        />
      </div>
    </div>
  )
}
