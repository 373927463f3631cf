import { defineWords } from '../lib/words.ts'
import { wordsEn } from './words-en.ts'
import { wordsFr } from './words-fr.ts'

/** The board's words; too many for one file, so each language has its own. */
export const planningWords = defineWords({ fr: wordsFr, en: wordsEn })
export type PlanningWords = (typeof planningWords)['fr']
