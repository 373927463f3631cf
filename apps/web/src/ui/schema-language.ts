import { faultSentence } from '@regie/contract/fault-sentence'
import { useEffect } from 'react'
import { z } from 'zod'
import { useLanguage } from '../lib/language.tsx'

/** Makes the schemas complain in the language in force, in the words the API uses too. */
export const useSchemaLanguage = (): void => {
  const { language } = useLanguage()
  useEffect(() => {
    z.config({ localeError: (issue) => faultSentence(issue, language) })
  }, [language])
}
