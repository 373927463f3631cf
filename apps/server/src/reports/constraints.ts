// When the work had to be done and what those who do it must hold, in the reader's words. Pure.
import type { Language } from '@regie/contract/roles'
import type { Facts } from './store/facts.ts'

type Place = { readonly language: Language; readonly timeZone: string }

export function constraintLines(
  {
    windows,
    earliestAt,
    dueAt,
    certifications,
  }: Pick<Facts, 'windows' | 'earliestAt' | 'dueAt' | 'certifications'>,
  { language, timeZone }: Place,
): string[] {
  const isFrench = language === 'fr'
  const format = new Intl.DateTimeFormat(isFrench ? 'fr-FR' : 'en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone,
  })
  const say = (instant: string) => format.format(new Date(instant))
  const line = (fr: string, en: string) => (isFrench ? fr : en)
  return [
    ...windows.map(({ from, until }) => {
      const span = format.formatRange(new Date(from), new Date(until))
      return line(`Créneau : ${span}`, `Window: ${span}`)
    }),
    ...(earliestAt
      ? [line(`Pas avant le ${say(earliestAt)}`, `Not before ${say(earliestAt)}`)]
      : []),
    ...(dueAt ? [line(`Au plus tard le ${say(dueAt)}`, `By ${say(dueAt)}`)] : []),
    ...(certifications.length
      ? [
          line(
            `Habilitations : ${certifications.join(', ')}`,
            `Certifications: ${certifications.join(', ')}`,
          ),
        ]
      : []),
  ]
}
