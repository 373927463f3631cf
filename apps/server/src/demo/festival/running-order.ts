// What happens on one stage, from the first cable to the empty meadow, and what waits for what.
import type { Trade } from './crew.ts'

/** One kind of seat: label, trade, least level, how many; `optional` seats may stay empty. */
type Seats = readonly [
  label: string,
  trade: Trade,
  level: number,
  headcount: number,
  optional?: true,
]

export type Act = {
  readonly key: string
  readonly title: string
  readonly nature: 'Montage' | 'Balances' | 'Exploitation' | 'Démontage'
  /** Days after Monday, and wall-clock times; an end before the start is on the next day. */
  readonly day: number
  readonly from: string
  readonly until: string
  readonly minutes: number
  readonly seats: readonly Seats[]
  /** Keys of what has to be finished first. */
  readonly after: readonly string[]
}

const build: readonly Act[] = [
  act(
    'power',
    'Distribution électrique',
    'Montage',
    [2, '08:00', '12:00', 180],
    [
      ['Chef puissance', 'PUI', 3, 1],
      ['Électricien', 'PUI', 2, 1, true],
    ],
  ),
  act(
    'rigging',
    'Accroche du pont et des moteurs',
    'Montage',
    [2, '08:00', '13:00', 240],
    [
      ['Chef rigger', 'RIG', 3, 1],
      ['Rigger', 'RIG', 2, 1, true],
      ['Aide plateau', 'PLA', 1, 1, true],
    ],
  ),
  act(
    'set',
    'Montage du décor',
    'Montage',
    [2, '13:00', '18:30', 240],
    [['Plateau', 'PLA', 1, 2]],
    ['rigging'],
  ),
  act(
    'sound',
    'Montage de la diffusion',
    'Montage',
    [2, '13:00', '18:30', 240],
    [
      ['Système son', 'SON', 3, 1],
      ['Technicien son', 'SON', 2, 1],
    ],
    ['power', 'rigging'],
  ),
  act(
    'light',
    'Montage de la lumière',
    'Montage',
    [3, '08:00', '13:00', 240],
    [
      ['Chef lumière', 'LUM', 3, 1],
      ['Technicien lumière', 'LUM', 2, 1],
    ],
    ['power', 'rigging'],
  ),
  act(
    'video',
    "Montage du mur d'images",
    'Montage',
    [3, '13:30', '18:00', 210],
    [['Technicien vidéo', 'VID', 2, 1]],
    ['power', 'rigging'],
  ),
]

const evening = (number: number, first: boolean): readonly Act[] => {
  const day = 4 + number
  const [check, focus] = [`check-${number}`, `focus-${number}`]
  return [
    act(
      check,
      `Balance son, jour ${number + 1}`,
      'Balances',
      [day, '14:00', '15:30', 90],
      [
        ['Son façade', 'SON', 3, 1],
        ['Son retours', 'SON', 2, 1],
      ],
      first ? ['power', 'sound'] : ['power'],
    ),
    act(
      focus,
      `Programmation lumière, jour ${number + 1}`,
      'Balances',
      [day, '15:45', '17:15', 90],
      [['Pupitre lumière', 'LUM', 3, 1]],
      first ? [check, 'light'] : [check],
    ),
    act(
      `show-${number}`,
      `Exploitation, jour ${number + 1}`,
      'Exploitation',
      [day, '18:00', '23:30', 330],
      [
        ['Son façade', 'SON', 3, 1],
        ['Son retours', 'SON', 2, 1],
        ['Pupitre lumière', 'LUM', 3, 1],
        ['Poursuite', 'LUM', 2, 1],
        ['Régie vidéo', 'VID', 2, 1],
        ['Astreinte puissance', 'PUI', 2, 1],
        ['Astreinte rigging', 'RIG', 2, 1, true],
        ['Plateau', 'PLA', 1, 1],
      ],
      [focus],
    ),
  ]
}

/** Everything of one stage, in the order of time. */
export const runningOrder: readonly Act[] = [
  ...build,
  ...evening(0, true),
  ...evening(1, false),
  ...evening(2, false),
  act(
    'strike',
    'Démontage',
    'Démontage',
    [6, '23:45', '03:45', 210],
    [
      ['Plateau', 'PLA', 1, 2],
      ['Rigger', 'RIG', 2, 1],
      ['Chef puissance', 'PUI', 2, 1],
    ],
    ['show-2'],
  ),
]

type Moment = readonly [day: number, from: string, until: string, minutes: number]
type Told = readonly [
  key: string,
  title: string,
  nature: Act['nature'],
  moment: Moment,
  seats: readonly Seats[],
  after?: readonly string[],
]

function act(...[key, title, nature, [day, from, until, minutes], seats, after = []]: Told): Act {
  return { key, title, nature, day, from, until, minutes, seats, after }
}
