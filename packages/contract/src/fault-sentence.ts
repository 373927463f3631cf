// What a schema expected, as people say it. The same sentences under a form's field and in the API's faults.
import { z } from 'zod'

type Language = 'fr' | 'en'
type Sentence = Readonly<Record<Language, string>>

const number = (value: unknown, language: Language): string =>
  typeof value === 'number' || typeof value === 'bigint'
    ? new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(value)
    : String(value)

const MISSING: Sentence = { fr: 'À remplir.', en: 'Please fill this in.' }
const OTHER: Sentence = { fr: 'Cette valeur ne convient pas.', en: 'This value does not fit.' }

const types: Readonly<Record<string, Sentence>> = {
  string: { fr: 'Un texte est attendu.', en: 'A text is expected.' },
  number: { fr: 'Un nombre est attendu.', en: 'A number is expected.' },
  int: { fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' },
  boolean: { fr: 'Oui ou non est attendu.', en: 'Yes or no is expected.' },
  array: { fr: 'Une liste est attendue.', en: 'A list is expected.' },
  object: { fr: 'Un objet est attendu.', en: 'An object is expected.' },
}

const formats: Readonly<Record<string, Sentence>> = {
  email: {
    fr: 'Une adresse e-mail est attendue, par exemple nom@exemple.fr.',
    en: 'An e-mail address is expected, for example name@example.com.',
  },
  url: {
    fr: 'Une adresse web est attendue, par exemple https://exemple.fr.',
    en: 'A web address is expected, for example https://example.com.',
  },
  uuid: { fr: 'Un identifiant (UUID) est attendu.', en: 'An identifier (UUID) is expected.' },
  date: {
    fr: 'Une date qui existe est attendue (AAAA-MM-JJ).',
    en: 'A date that exists is expected (YYYY-MM-DD).',
  },
  datetime: {
    fr: 'Un instant est attendu, par exemple 2026-03-12T08:00:00Z.',
    en: 'An instant is expected, for example 2026-03-12T08:00:00Z.',
  },
  regex: { fr: 'Ce format ne convient pas.', en: 'This format does not fit.' },
}

const patterns = new Map<string, Sentence>()

/** A text of this form; `fr` and `en` say what is expected when it is not. */
export const pattern = (form: RegExp, fr: string, en: string): z.ZodString => {
  patterns.set(String(form), { fr, en })
  return z.string().regex(form)
}

/** What a check of our own expects: `refine(check, expected('…', '…'))`. */
export const expected = (fr: string, en: string): { params: Sentence } => ({ params: { fr, en } })

const tooSmall = (
  issue: Extract<z.core.$ZodRawIssue, { code: 'too_small' }>,
  language: Language,
): string => {
  const least = number(issue.minimum, language)
  const fr = language === 'fr'
  if (issue.origin === 'string') {
    if (issue.minimum === 1) return MISSING[language]
    return fr ? `Au moins ${least} caractères.` : `At least ${least} characters.`
  }
  if (issue.origin === 'array' || issue.origin === 'set') {
    return fr ? `Au moins ${least} dans la liste.` : `At least ${least} in the list.`
  }
  if (issue.inclusive) return fr ? `Au moins ${least}.` : `At least ${least}.`
  return fr ? `Plus de ${least}.` : `More than ${least}.`
}

const tooBig = (
  issue: Extract<z.core.$ZodRawIssue, { code: 'too_big' }>,
  language: Language,
): string => {
  const most = number(issue.maximum, language)
  const fr = language === 'fr'
  if (issue.origin === 'string')
    return fr ? `Au plus ${most} caractères.` : `At most ${most} characters.`
  if (issue.origin === 'array' || issue.origin === 'set') {
    return fr ? `Au plus ${most} dans la liste.` : `At most ${most} in the list.`
  }
  if (issue.inclusive) return fr ? `Au plus ${most}.` : `At most ${most}.`
  return fr ? `Moins de ${most}.` : `Less than ${most}.`
}

/** The sentence for one issue of a schema; `z.config({ localeError: (issue) => faultSentence(issue, 'fr') })`. */
export const faultSentence = (issue: z.core.$ZodRawIssue, language: Language): string => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return MISSING[language]
      return (types[issue.expected] ?? OTHER)[language]
    case 'too_small':
      return tooSmall(issue, language)
    case 'too_big':
      return tooBig(issue, language)
    case 'invalid_format':
      if (issue.input === '') return MISSING[language]
      return (patterns.get(issue.pattern ?? '') ?? formats[issue.format] ?? OTHER)[language]
    case 'invalid_value':
      return language === 'fr'
        ? `L'une de ces valeurs est attendue : ${issue.values.map(String).join(', ')}.`
        : `One of these values is expected: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return language === 'fr'
        ? `Champs inconnus : ${issue.keys.join(', ')}.`
        : `Unknown fields: ${issue.keys.join(', ')}.`
    case 'not_multiple_of':
      return language === 'fr'
        ? `Un multiple de ${number(issue.divisor, language)} est attendu.`
        : `A multiple of ${number(issue.divisor, language)} is expected.`
    case 'invalid_union':
      // Written simplest first, as in `'' or an e-mail address`: what the last one misses is the news.
      return issue.errors.at(-1)?.find(({ path }) => path.length === 0)?.message ?? OTHER[language]
    case 'custom':
      return String(issue.params?.[language] ?? OTHER[language])
    default:
      return OTHER[language]
  }
}
