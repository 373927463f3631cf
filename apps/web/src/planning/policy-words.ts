import { defineWords } from '../lib/words.ts'
import { policyWordsEn } from './policy-words-en.ts'
import { policyWordsFr } from './policy-words-fr.ts'

/** Words of the screens of policies. */
export const policyWords = defineWords({ fr: policyWordsFr, en: policyWordsEn })
