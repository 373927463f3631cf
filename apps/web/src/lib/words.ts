// The words of a screen: one small table per folder, French first, English held to the same shape.

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** The locale whose conventions Intl and React Aria follow: both start the week on Monday, 24 h clock. */
export const localeOf = (language: Language): string => (language === 'fr' ? 'fr-FR' : 'en-GB')

// biome-ignore lint/suspicious/noExplicitAny: a word may take arguments of whatever types
type Word = string | ((...args: any[]) => string)
export type WordTable = { readonly [name: string]: Word | WordTable }

type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>
}

export type Words<T extends WordTable> = {
  readonly fr: SameShape<T>
  readonly en: SameShape<T>
}

/** Spaces that French puts before « : ; ? ! » and inside guillemets must not end a line. */
export const typeset = (language: Language, text: string): string =>
  language === 'fr'
    ? text
        .replace(/ ([;?!])/g, '\u202f$1')
        .replace(/ ([:»])/g, '\u00a0$1')
        .replace(/« /g, '«\u00a0')
    : text

const typesetAll = (table: WordTable): WordTable =>
  Object.fromEntries(
    Object.entries(table).map(([name, word]) => {
      if (typeof word === 'string') return [name, typeset('fr', word)]
      if (typeof word !== 'function') return [name, typesetAll(word)]
      return [name, (...args: unknown[]) => typeset('fr', word(...args))]
    }),
  )

/** Declares a folder's words; English must have the keys and argument types that French has. */
export const defineWords = <const T extends WordTable>(words: {
  readonly fr: T
  readonly en: SameShape<NoInfer<T>>
}): Words<T> => ({ ...words, fr: typesetAll(words.fr) }) as unknown as Words<T>

export const numberText = (
  language: Language,
  value: number,
  options?: Intl.NumberFormatOptions,
): string => new Intl.NumberFormat(localeOf(language), options).format(value)

/** `plural('fr', 2, { one: '# client', other: '# clients' })` → « 2 clients ». French counts 0 as one. */
export const plural = (
  language: Language,
  count: number,
  forms: { readonly zero?: string; readonly one: string; readonly other: string },
): string => {
  if (count === 0 && forms.zero !== undefined) return forms.zero
  const form = new Intl.PluralRules(localeOf(language)).select(count) === 'one' ? 'one' : 'other'
  return forms[form].replaceAll('#', numberText(language, count))
}

/** `listText('fr', ['son', 'lumière'])` → « son et lumière ». */
export const listText = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items)

/** Cents of euro as people read them: `1234` → « 12,34 € ». */
export const moneyText = (language: Language, cents: number, currency = 'EUR'): string =>
  numberText(language, cents / 100, { style: 'currency', currency })
