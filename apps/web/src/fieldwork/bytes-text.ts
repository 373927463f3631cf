import { type Language, numberText } from '../lib/words.ts'

const steps = { fr: ['o', 'ko', 'Mo', 'Go'], en: ['B', 'kB', 'MB', 'GB'] } as const

/** « 2,4 Mo », “2.4 MB”. */
export const bytesText = (language: Language, bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  const text = numberText(language, value, { maximumFractionDigits: power > 1 ? 1 : 0 })
  return `${text} ${steps[language][power]}`
}
