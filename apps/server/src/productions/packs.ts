// Crews the program ships, to begin with: headcounts are a start that each house adapts, the law sets none
// (regulation 07). Roles by their names in the trade, French and English.
import type { CrewPack, Department, PhaseKind } from '@regie/contract/productions'
import type { Language } from '@regie/contract/roles'

type Names = Readonly<Record<Language, string>>

/** Skills that roles ask for; `code` is the one they are added under. */
export const crafts = {
  sound: { code: 'SON', fr: 'Son', en: 'Sound' },
  light: { code: 'LUM', fr: 'Lumière', en: 'Light' },
  video: { code: 'VID', fr: 'Vidéo', en: 'Video' },
  rigging: { code: 'RIG', fr: 'Accroche', en: 'Rigging' },
  power: { code: 'ELEC', fr: 'Énergie', en: 'Power' },
  stage: { code: 'PLAT', fr: 'Plateau', en: 'Stage' },
  set: { code: 'MACH', fr: 'Machinerie', en: 'Stage machinery' },
  backline: { code: 'BACK', fr: 'Backline', en: 'Backline' },
  handling: { code: 'MANU', fr: 'Manutention', en: 'Handling' },
} as const satisfies Record<string, Names & { code: string }>
export type Craft = keyof typeof crafts

type RoleEntry = Names & { craft: Craft; level: number; department: Department }
const role = (
  fr: string,
  en: string,
  craft: Craft,
  level: number,
  department: Department,
): RoleEntry => ({ fr, en, craft, level, department })

export const roles = {
  foh: role('Ingénieur son façade', 'FOH engineer', 'sound', 4, 'sound'),
  monitors: role('Ingénieur son retours', 'Monitor engineer', 'sound', 4, 'sound'),
  soundChief: role('Chef son', 'Head of sound', 'sound', 5, 'sound'),
  soundTech: role('Technicien son', 'Sound technician', 'sound', 2, 'sound'),
  lightChief: role('Chef lumière', 'Lighting director', 'light', 5, 'light'),
  lightDesk: role('Pupitreur lumière', 'Lighting desk operator', 'light', 4, 'light'),
  lightTech: role('Électro', 'Lighting technician', 'light', 2, 'light'),
  followspot: role('Poursuiteur', 'Followspot operator', 'light', 2, 'light'),
  videoChief: role('Chef vidéo', 'Head of video', 'video', 5, 'video'),
  videoOperator: role('Opérateur vidéo', 'Video operator', 'video', 3, 'video'),
  camera: role('Cadreur', 'Camera operator', 'video', 3, 'video'),
  rigger: role('Accrocheur-rigger', 'Rigger', 'rigging', 4, 'rigging'),
  ground: role('Rigger au sol', 'Ground rigger', 'rigging', 2, 'rigging'),
  power: role('Électricien de scène', 'Stage electrician', 'power', 4, 'power'),
  generator: role('Groupman', 'Generator operator', 'power', 4, 'power'),
  stageManager: role('Régisseur plateau', 'Stage manager', 'stage', 4, 'stage'),
  stagehand: role('Machiniste', 'Stagehand', 'set', 2, 'set'),
  flyman: role('Cintrier', 'Flyman', 'set', 4, 'set'),
  backliner: role('Backliner', 'Backline technician', 'backline', 3, 'backline'),
  road: role('Road', 'Loader', 'handling', 1, 'logistics'),
} as const satisfies Record<string, RoleEntry>
type RoleKey = keyof typeof roles

type Line = {
  readonly role: RoleKey
  readonly headcount: number
  readonly mandatory?: boolean
  readonly kinds?: readonly PhaseKind[]
}
type Pack = Names & { readonly key: string; readonly lines: readonly Line[] }

const heavy: readonly PhaseKind[] = ['loading', 'set_up', 'strike', 'return']
const line = (key: RoleKey, headcount = 1, kinds?: readonly PhaseKind[]): Line => ({
  role: key,
  headcount,
  ...(kinds && { kinds }),
})
const extra = (key: RoleKey, headcount = 1): Line => ({ role: key, headcount, mandatory: false })

const packs: readonly Pack[] = [
  {
    key: 'rock-medium',
    fr: 'Concert de rock moyen',
    en: 'Medium rock concert',
    lines: [line('foh'), line('monitors'), line('lightChief'), line('videoOperator')],
  },
  {
    key: 'rock-large',
    fr: 'Grand concert de rock',
    en: 'Large rock concert',
    lines: [
      line('soundChief'),
      line('foh'),
      line('monitors'),
      line('soundTech', 2),
      line('lightChief'),
      line('lightDesk'),
      line('lightTech', 3),
      extra('followspot', 2),
      line('videoChief'),
      line('camera', 2),
      line('rigger', 2, ['rigging', 'set_up', 'strike']),
      line('backliner', 2),
      line('stageManager'),
      line('road', 8, heavy),
    ],
  },
  {
    key: 'club',
    fr: 'Concert en club',
    en: 'Club concert',
    lines: [line('foh'), extra('monitors'), line('lightDesk'), extra('backliner')],
  },
  {
    key: 'festival-main',
    fr: 'Grande scène de festival',
    en: 'Festival main stage',
    lines: [
      line('soundChief'),
      line('monitors', 2),
      line('soundTech', 2),
      line('lightChief'),
      line('lightDesk'),
      line('lightTech', 2),
      line('videoOperator'),
      line('stageManager'),
      line('backliner', 2),
      line('power'),
      line('stagehand', 4, ['set_up', 'changeover', 'strike']),
      line('road', 8, heavy),
    ],
  },
  {
    key: 'festival-second',
    fr: 'Petite scène de festival',
    en: 'Festival second stage',
    lines: [
      line('foh'),
      line('monitors'),
      line('lightDesk'),
      line('stageManager'),
      line('backliner'),
      line('road', 4, heavy),
    ],
  },
  {
    key: 'electro',
    fr: 'Plateau DJ',
    en: 'DJ stage',
    lines: [line('foh'), line('lightDesk'), line('videoOperator'), extra('soundTech')],
  },
  {
    key: 'orchestra',
    fr: 'Concert symphonique',
    en: 'Symphonic concert',
    lines: [
      line('foh'),
      line('soundTech', 2),
      line('lightDesk'),
      line('stageManager'),
      line('stagehand', 4, ['set_up', 'changeover', 'strike']),
    ],
  },
  {
    key: 'theatre',
    fr: 'Théâtre',
    en: 'Theatre',
    lines: [
      line('foh'),
      line('lightDesk'),
      line('stageManager'),
      line('stagehand', 2),
      line('flyman'),
      extra('videoOperator'),
    ],
  },
  {
    key: 'musical',
    fr: 'Comédie musicale',
    en: 'Musical',
    lines: [
      line('soundChief'),
      line('foh'),
      line('soundTech', 2),
      line('lightDesk'),
      line('followspot', 2, ['rehearsal', 'show']),
      line('videoOperator'),
      line('stageManager'),
      line('flyman', 2),
      line('stagehand', 4),
    ],
  },
  {
    key: 'conference',
    fr: 'Conférence',
    en: 'Conference',
    lines: [line('foh'), line('lightDesk'), line('videoOperator', 2), extra('camera', 2)],
  },
  {
    key: 'gala',
    fr: 'Soirée de gala',
    en: 'Gala evening',
    lines: [
      line('foh'),
      line('lightChief'),
      line('lightTech'),
      line('videoOperator'),
      line('stageManager'),
      line('road', 4, heavy),
    ],
  },
  {
    key: 'broadcast',
    fr: 'Captation en direct',
    en: 'Live broadcast',
    lines: [
      line('videoChief'),
      line('videoOperator', 1),
      line('camera', 4, ['rehearsal', 'show']),
      line('foh'),
      line('soundTech'),
      line('lightDesk'),
    ],
  },
  {
    key: 'open-air',
    fr: 'Plein air sur groupe électrogène',
    en: 'Open air on generators',
    lines: [
      line('foh'),
      line('monitors'),
      line('lightDesk'),
      line('power'),
      line('generator'),
      line('stageManager'),
      line('road', 6, heavy),
    ],
  },
  {
    // Nobody works alone on a harness (code du travail R4323-61): two above, one below.
    key: 'rigging',
    fr: 'Accroche motorisée',
    en: 'Motor rigging',
    lines: [line('rigger', 2), line('ground'), line('power')],
  },
]

export const packOf = (key: string): Pack | undefined => packs.find((pack) => pack.key === key)

export const packsIn = (language: Language): CrewPack[] =>
  packs.map(({ key, lines, ...names }) => ({
    key,
    name: names[language],
    lines: lines.map(({ role: played, headcount, mandatory = true }) => ({
      role: roles[played][language],
      headcount,
      mandatory,
    })),
  }))
