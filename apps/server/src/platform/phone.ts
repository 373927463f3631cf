// Numbers as people write them, as providers want them.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** E.164 of a number that can take an SMS, read as French when it says no country; undefined for any other text. */
export function toMobile(written: string): string | undefined {
  const number = parsePhoneNumberFromString(written, 'FR')
  if (!number?.isValid()) return undefined
  const type = number.getType()
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? number.number : undefined
}
