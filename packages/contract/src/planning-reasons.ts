// Why a technician may not do something then: the refusals of the rules as data, and their sentences in both languages.
import { z } from 'zod'

/**
 * A refusal of one rule with its numbers, as `@regie/solver` gives it: times are Unix seconds, durations
 * seconds, `visit` a position's id, `technician` a technician's. From the server it carries the `names` of its ids.
 */
export const reason = z.looseObject({
  rule: z.string(),
  visit: z.string(),
  technician: z.string(),
  names: z.record(z.string(), z.string()).optional(),
})
export type Reason = z.infer<typeof reason>

/** What the ids of bookings begin with where the rules know visits and absences. */
export const BOOKING = 'booking:'

/** The booking that keeps somebody, in a reason that says somebody is absent; null for other reasons. */
export const bookingIn = (one: { readonly [key: string]: unknown }): string | null =>
  typeof one.reason === 'string' && one.reason.startsWith(BOOKING)
    ? one.reason.slice(BOOKING.length)
    : null

export type ReasonWords = {
  readonly language: 'fr' | 'en'
  readonly timeZone: string
  /** Names of skills, certifications, technicians and visits by id, besides those a reason carries. */
  readonly names: Readonly<Record<string, string>>
}

type Fields = Readonly<Record<string, unknown>>
type Sentence = (given: Given) => readonly [fr: string, en: string]

/** What a sentence reads from a reason. */
class Given {
  readonly #fields: Fields
  readonly #words: ReasonWords

  constructor(fields: Fields, words: ReasonWords) {
    this.#fields = fields
    this.#words = words
  }

  text(key: string): string {
    return String(this.#fields[key] ?? '')
  }

  number(key: string): number {
    const value = this.#fields[key]
    return typeof value === 'number' ? value : 0
  }

  has(key: string): boolean {
    return this.#fields[key] !== undefined
  }

  name(key: string): string {
    const id = this.text(key)
    return this.#words.names[id] ?? id
  }

  /** What keeps somebody who is said to be absent for a booking. */
  booking(): string {
    return this.#words.names[bookingIn(this.#fields) ?? ''] ?? ''
  }

  /** `1 h 05`, `40 min` */
  duration(key: string): string {
    return duration(this.number(key))
  }

  time(key: string): string {
    return clock(this.number(key), this.#words)
  }

  day(key: string): string {
    return new Intl.DateTimeFormat(this.#words.language, {
      timeZone: this.#words.timeZone,
      dateStyle: 'medium',
    }).format(this.number(key) * 1000)
  }

  /** The names of a list of ids, or of `{ id, level }`. */
  list(key: string): string {
    const items = this.#fields[key]
    if (!Array.isArray(items)) return ''
    return items.map((item: unknown) => listed(item, this.#words.names)).join(', ')
  }

  windows(): string {
    const spans = this.#fields.windows
    if (!Array.isArray(spans)) return ''
    const and = this.#words.language === 'fr' ? 'et' : 'and'
    return spans
      .map(
        (span: { start: number; end: number }) =>
          `${clock(span.start, this.#words)} ${and} ${clock(span.end, this.#words)}`,
      )
      .join(', ')
  }
}

const duration = (seconds: number): string => {
  const minutes = Math.round(Math.abs(seconds) / 60)
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

const clock = (seconds: number, { language, timeZone }: ReasonWords): string =>
  new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(seconds * 1000)

function listed(item: unknown, names: ReasonWords['names']): string {
  if (typeof item === 'string') return names[item] ?? item
  const { id, level } = item as { id: string; level?: number }
  return `${names[id] ?? id}${level && level > 1 ? ` ${level}` : ''}`
}

const ceiling =
  (fr: string, en: string): Sentence =>
  (given) => [
    `${fr} : ${given.duration('value')}, au plus ${given.duration('limit')}`,
    `${en}: ${given.duration('value')}, at most ${given.duration('limit')}`,
  ]

const rest =
  (fr: string, en: string): Sentence =>
  (given) => [
    `${fr} : ${given.duration('restSeconds')} au lieu de ${given.duration('minSeconds')}`,
    `${en}: ${given.duration('restSeconds')} instead of ${given.duration('minSeconds')}`,
  ]

const order: Sentence = (given) => {
  if (given.text('cause') === 'unplanned')
    return [
      `Doit venir après « ${given.name('other')} », qui n'est pas planifiée`,
      `Has to come after “${given.name('other')}”, which is not planned`,
    ]
  return [
    `Ordre avec « ${given.name('other')} » : ${given.duration('lagSeconds')} d'écart, ${given.duration('minSeconds')} au moins`,
    `Order with “${given.name('other')}”: ${given.duration('lagSeconds')} apart, at least ${given.duration('minSeconds')}`,
  ]
}

const saidNo: Sentence = (given) => [
  `S’est dit indisponible de ${given.time('from')} à ${given.time('until')}`,
  `Said to be unavailable from ${given.time('from')} to ${given.time('until')}`,
]

const sentences: Readonly<Record<string, Sentence>> = {
  skills: (given) => [
    `Compétence manquante : ${given.list('missing')}`,
    `Missing skill: ${given.list('missing')}`,
  ],
  certifications: (given) => {
    const missing = given.list('missing')
    if (given.has('expiredOn'))
      return [
        `Habilitation expirée le ${given.day('expiredOn')} : ${missing}`,
        `Certification expired on ${given.day('expiredOn')}: ${missing}`,
      ]
    if (given.has('validFrom'))
      return [
        `Habilitation valable à partir du ${given.day('validFrom')} : ${missing}`,
        `Certification valid from ${given.day('validFrom')}: ${missing}`,
      ]
    return [`Habilitation manquante : ${missing}`, `Missing certification: ${missing}`]
  },
  technicians: () => [
    'Ce technicien est exclu de cette intervention',
    'This technician is excluded from this work order',
  ],
  'time-windows': (given) => [
    `Doit commencer entre ${given.windows()}`,
    `Has to begin between ${given.windows()}`,
  ],
  shifts: (given) => {
    if (given.text('cause') === 'no-shift')
      return ['Ne travaille pas à ce moment', 'Does not work at that time']
    return given.text('cause') === 'leaves-before'
      ? [
          `Devrait partir à ${given.time('at')}, avant sa vacation (${given.time('limit')})`,
          `Would have to leave at ${given.time('at')}, before the shift (${given.time('limit')})`,
        ]
      : [
          `Finirait à ${given.time('at')}, après sa vacation (${given.time('limit')})`,
          `Would finish at ${given.time('at')}, after the shift (${given.time('limit')})`,
        ]
  },
  unavailability: saidNo,
  absences: (given) => {
    if (given.text('reason') === 'unavailable') return saidNo(given)
    if (given.text('reason').startsWith(BOOKING))
      return [
        `Réservation hors planning : ${given.booking()}, de ${given.time('from')} à ${given.time('until')}`,
        `Booked beside the plan: ${given.booking()}, from ${given.time('from')} to ${given.time('until')}`,
      ]
    return [
      `Absent de ${given.time('from')} à ${given.time('until')}`,
      `Absent from ${given.time('from')} to ${given.time('until')}`,
    ]
  },
  travel: (given) => {
    if (given.text('cause') === 'no-way') return ['Aucun trajet possible', 'No way to get there']
    if (given.number('availableSeconds') < 0)
      return given.has('neighbour')
        ? [`Déjà pris : ${given.name('neighbour')}`, `Already taken: ${given.name('neighbour')}`]
        : ['Visites superposées', 'Visits overlap']
    return [
      `Trajet : ${given.duration('neededSeconds')} nécessaires, ${given.duration('availableSeconds')} disponibles`,
      `Travel: ${given.duration('neededSeconds')} needed, ${given.duration('availableSeconds')} available`,
    ]
  },
  overlap: (given) => [
    `Déjà pris : ${given.name('neighbour')}`,
    `Already taken: ${given.name('neighbour')}`,
  ],
  buffers: (given) => [
    `Battement : ${given.duration('neededSeconds')} nécessaires, ${given.duration('availableSeconds')} disponibles`,
    `Buffer: ${given.duration('neededSeconds')} needed, ${given.duration('availableSeconds')} available`,
  ],
  breaks: (given) => [
    `Pause de ${given.duration('breakSeconds')} due après ${given.duration('afterWorkSeconds')} de travail (${given.duration('workedSeconds')} prévues)`,
    `Break of ${given.duration('breakSeconds')} due after ${given.duration('afterWorkSeconds')} of work (${given.duration('workedSeconds')} planned)`,
  ],
  pauses: (given) => [
    `Plus de place pour la pause de ${given.duration('neededSeconds')}`,
    `No room left for the ${given.duration('neededSeconds')} pause`,
  ],
  synchronisation: (given) =>
    given.text('cause') === 'same-technician'
      ? [
          'Un technicien ne peut tenir deux postes à la fois',
          'One technician cannot hold two seats at once',
        ]
      : [
          `Les postes doivent commencer ensemble (${given.duration('lagSeconds')} d'écart)`,
          `The seats must begin together (${given.duration('lagSeconds')} apart)`,
        ],
  dependencies: order,
  locks: (given) => [
    `Verrouillé sur ${given.name('lockedTechnician')}`,
    `Locked on ${given.name('lockedTechnician')}`,
  ],
  capacity: (given) => [
    `Charge ${given.text('load')} pour ${given.text('capacity')}`,
    `Load ${given.text('load')} of ${given.text('capacity')}`,
  ],
  'visits-per-shift': (given) => [
    `${given.text('value')} visites, au plus ${given.text('limit')}`,
    `${given.text('value')} visits, at most ${given.text('limit')}`,
  ],
  'metres-per-shift': (given) => [
    `${Math.round(given.number('value') / 1000)} km, au plus ${Math.round(given.number('limit') / 1000)}`,
    `${Math.round(given.number('value') / 1000)} km, at most ${Math.round(given.number('limit') / 1000)}`,
  ],
  'travel-per-shift': ceiling('Trajets du jour', 'Travel of the day'),
  'work-per-day': ceiling('Travail du jour', 'Work of the day'),
  'work-per-week': ceiling('Travail de la semaine', 'Work of the week'),
  span: ceiling('Amplitude', 'Span of the day'),
  'night-work': ceiling('Travail de nuit', 'Night work'),
  'night-worker': (given) => [
    `Travailleur de nuit (${given.text('nights')} jours de nuit dans la semaine) : journée de ${given.duration('value')}, au plus ${given.duration('limit')}`,
    `Night worker (${given.text('nights')} days at night in the week): day of ${given.duration('value')}, at most ${given.duration('limit')}`,
  ],
  'average-week': (given) => [
    `Moyenne de ${given.text('weeks')} semaines (du ${given.day('since')} au ${given.day('until')}) : ${given.duration('value')} par semaine, au plus ${given.duration('limit')}`,
    `Average of ${given.text('weeks')} weeks (${given.day('since')} to ${given.day('until')}): ${given.duration('value')} a week, at most ${given.duration('limit')}`,
  ],
  streak: (given) => [
    `${given.text('value')} interventions de suite sans pause, au plus ${given.text('limit')}`,
    `${given.text('value')} visits in a row without a break, at most ${given.text('limit')}`,
  ],
  changes: (given) => [
    `${given.text('value')} changements, au plus ${given.text('limit')}`,
    `${given.text('value')} changes, at most ${given.text('limit')}`,
  ],
  'daily-rest': (given) =>
    given.text('cause') === 'quota'
      ? [
          `Repos de ${given.duration('restSeconds')} au lieu de ${given.duration('minSeconds')} : ${given.text('count')} fois ${given.text('days') === 'week' ? 'dans la semaine' : 'en sept jours'}, au plus ${given.text('limit')}`,
          `Rest of ${given.duration('restSeconds')} instead of ${given.duration('minSeconds')}: ${given.text('count')} times in ${given.text('days') === 'week' ? 'the week' : 'seven days'}, at most ${given.text('limit')}`,
        ]
      : rest('Repos quotidien', 'Daily rest')(given),
  'weekly-rest': rest('Repos hebdomadaire', 'Weekly rest'),
  continuity: (given) => [
    `La série « ${given.name('series')} » a déjà un autre technicien`,
    `The series “${given.name('series')}” already has another technician`,
  ],
  resources: (given) => [
    `${given.name('resource')} : ${given.text('used')} nécessaires, ${given.text('count')} en tout`,
    `${given.name('resource')}: ${given.text('used')} needed, ${given.text('count')} in all`,
  ],
  promise: (given) => [
    `Le client a confirmé ${given.time('confirmedAt')} : il faudra le lui dire`,
    `The client confirmed ${given.time('confirmedAt')}: they will have to be told`,
  ],
  parts: (given) => [
    `Manque : ${[given.list('tools'), given.list('parts')].filter(Boolean).join(', ')}`,
    `Lacking: ${[given.list('tools'), given.list('parts')].filter(Boolean).join(', ')}`,
  ],
}

/** A reason as one sentence of the reader's language, with its numbers; the rule's name when it is unknown. */
export function reasonSentence(given: Reason, words: ReasonWords): string {
  const sentence = sentences[given.rule]?.(
    new Given(given, { ...words, names: { ...words.names, ...given.names } }),
  )
  return sentence ? sentence[words.language === 'fr' ? 0 : 1] : given.rule
}
