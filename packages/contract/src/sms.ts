// What an SMS costs: segments of the GSM 7-bit alphabet, or of UCS-2 as soon as one letter is not in it.

/** The basic alphabet of 3GPP TS 23.038 (é è à ù Ç are in it; ê â î ô û ë ï ç œ and typographic quotes are not). */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Letters that count twice. */
const extended = '^{}\\[~]|€\f'

export type SmsCost = {
  readonly alphabet: 'gsm7' | 'ucs2'
  readonly segments: number
  /** Letters that force UCS-2, each once. */
  readonly expensive: readonly string[]
}

/** How many segments a text takes (160 or 153 septets; 70 or 67 UTF-16 units), and the letters that make it dear. */
export function smsCost(text: string): SmsCost {
  const expensive = [...new Set(text)].filter(
    (letter) => !basic.includes(letter) && !extended.includes(letter),
  )
  if (expensive.length > 0)
    return {
      alphabet: 'ucs2',
      segments: packed(
        [...text].map((letter) => letter.length),
        70,
        67,
      ),
      expensive,
    }
  const weights = [...text].map((letter) => (extended.includes(letter) ? 2 : 1))
  return { alphabet: 'gsm7', segments: packed(weights, 160, 153), expensive }
}

/** Letters are not cut in two: one that does not fit begins the next segment. */
function packed(weights: readonly number[], single: number, part: number): number {
  if (weights.reduce((sum, weight) => sum + weight, 0) <= single) return 1
  let segments = 1
  let used = 0
  for (const weight of weights) {
    if (used + weight > part) {
      segments += 1
      used = 0
    }
    used += weight
  }
  return segments
}

const cheaper: Readonly<Record<string, string>> = {
  ê: 'é',
  ë: 'é',
  ç: 'c',
  â: 'à',
  î: 'i',
  ï: 'i',
  ô: 'o',
  û: 'ù',
  œ: 'oe',
  À: 'A',
  È: 'E',
  Ê: 'E',
  Ô: 'O',
  Œ: 'OE',
  '’': "'",
  '‘': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
}

/** The text in cheap letters: what has a near look-alike in GSM 7-bit is replaced, the rest is kept. */
export const inCheapLetters = (text: string): string =>
  [...text]
    .map((letter) => (basic.includes(letter) ? letter : (cheaper[letter] ?? letter)))
    .join('')

const yes = ['oui', 'o', 'ok', 'd accord', 'daccord', 'yes', 'y', 'oui merci', 'ok merci', '1']
const no = ['non', 'n', 'no', 'non merci', 'nok', '2']

/** OUI or NON as people type it on a phone: capitals, accents, full stops and spaces do not matter. */
export function readReply(text: string): 'yes' | 'no' | null {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  if (yes.includes(words)) return 'yes'
  return no.includes(words) ? 'no' : null
}
