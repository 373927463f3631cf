// Moments as clients read them, and what the office is told of them.
import type { Instant } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'

export function momentsOf(language: Language, timeZone: string) {
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  const time = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return {
    day: (at: Instant) => day.format(Date.parse(at)),
    time: (at: Instant) => time.format(Date.parse(at)),
    moment: (at: Instant) => `${day.format(Date.parse(at))}, ${time.format(Date.parse(at))}`,
  }
}

/** What a client did, as a line of the office's inbox and beside the message they answered. */
export const saidWords = {
  fr: {
    confirmed: 'a confirmé la visite',
    moved: (when: string) => `a déplacé la visite au ${when}`,
    time_asked: (when: string) => `souhaite un autre créneau : ${when}`,
    call_wanted: 'souhaite être rappelé',
    rated: (stars: number, comment: string) => `${stars}/5${comment ? ` : « ${comment} »` : ''}`,
  },
  en: {
    confirmed: 'confirmed the visit',
    moved: (when: string) => `moved the visit to ${when}`,
    time_asked: (when: string) => `would like another time: ${when}`,
    call_wanted: 'wishes to be called',
    rated: (stars: number, comment: string) => `${stars}/5${comment ? `: “${comment}”` : ''}`,
  },
} as const

/** The sentence a client says yes to; it is kept with their yes. */
export const consentWords: Readonly<Record<Language, string>> = {
  fr: 'Je souhaite recevoir des offres et des nouvelles par e-mail et SMS. Je peux me désinscrire à tout moment, en un geste.',
  en: 'I would like to receive offers and news by e-mail and SMS. I can unsubscribe at any time, with one tap.',
}
