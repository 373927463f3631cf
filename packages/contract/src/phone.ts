// Telephone numbers as people type them, as they are kept (E.164) and as they are read. Pure.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'

/** Zones of French numbers beyond the continent, by the first four digits of the national form. */
const overseas: Readonly<Record<string, string>> = {
  ...{ '0590': '590', '0690': '590', '0691': '590', '0594': '594', '0694': '594' },
  ...{ '0596': '596', '0696': '596', '0697': '596', '0262': '262', '0263': '262' },
  ...{ '0692': '262', '0693': '262', '0269': '262', '0639': '262' },
}

/**
 * E.164 of a number as people write it: `06 12 34 56 78`, `+33 (0)6.12.34.56.78`, `0033612345678`, `0690 12 34 56`,
 * `+44 20 7946 0958`. A number without a country is French. Undefined when it cannot be a telephone number.
 */
export function toE164(written: string): string | undefined {
  if (!/^\+?[\d\s().\-/\u00a0\u202f]+$/.test(written.trim())) return undefined
  const text = written.replace('(0)', '').replace(/[^\d+]/g, '')
  const international = text.replace(/^00(?=[1-9])/, '+')
  if (!international.startsWith('+')) {
    if (!/^0[1-9]\d{8}$/.test(text)) return undefined
    return `+${overseas[text.slice(0, 4)] ?? '33'}${text.slice(1)}`
  }
  const french = /^\+33(0?)(\d*)$/.exec(international)
  if (french) return /^[1-9]\d{8}$/.test(french[2] ?? '') ? `+33${french[2]}` : undefined
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined
}

/** As people read it: French numbers without their country, in pairs; the others as they are kept. */
export function phoneText(kept: string): string {
  const french = /^\+33([1-9])(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(kept)
  return french ? `0${french.slice(1).join(' ')}` : kept
}

/** The beginning of a French number, as it stands in what is kept: for searches. Undefined for any other text. */
export function searchedNumber(typed: string): string | undefined {
  if (!/^0[1-9][\d\s.-]+$/.test(typed.trim())) return undefined
  return `+33${typed.replace(/\D/g, '').slice(1)}`
}

/** A telephone number that is asked for, or nothing; kept as E.164. */
export const phoneDraft = z
  .string()
  .trim()
  .max(40)
  .refine(
    (written) => written === '' || toE164(written) !== undefined,
    expected(
      'Un numéro de téléphone est attendu, par exemple 06 12 34 56 78 ou +44 20 7946 0958.',
      'A telephone number is expected, for example 06 12 34 56 78 or +44 20 7946 0958.',
    ),
  )
  .transform((written) => (written === '' ? '' : (toE164(written) ?? written)))
  .default('')
