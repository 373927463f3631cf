// Which sign stands between the columns: the one that cuts most lines into the same number of cells.
import type { Separator } from '@regie/contract/integrations'

const candidates: readonly Separator[] = [';', ',', '\t', '|']
const RECORDS = 60

/** How often each candidate stands outside quotes, for each of the first records. */
function countSeparators(text: string): Map<Separator, number>[] {
  const records: Map<Separator, number>[] = []
  let counts = new Map<Separator, number>()
  let quoted = false
  let filled = false
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    else if (letter === '\n' && !quoted) {
      if (filled) records.push(counts)
      if (records.length === RECORDS) return records
      counts = new Map()
      filled = false
      continue
    } else if (!quoted && (candidates as readonly string[]).includes(letter))
      counts.set(letter as Separator, (counts.get(letter as Separator) ?? 0) + 1)
    filled ||= letter.trim() !== ''
  }
  if (filled) records.push(counts)
  return records
}

/** The number of columns most records agree on, and how many of them do. */
function agreement(numbers: readonly number[]): { columns: number; share: number } {
  const votes = new Map<number, number>()
  for (const number of numbers) votes.set(number, (votes.get(number) ?? 0) + 1)
  const [best] = [...votes].filter(([number]) => number > 0).sort((a, b) => b[1] - a[1])
  return best ? { columns: best[0], share: best[1] / numbers.length } : { columns: 0, share: 0 }
}

/** Excel's own convention: a first line `sep=;` names the sign and holds no data. */
export function declaredSeparator(text: string): Separator | undefined {
  const declared = /^"?sep=(.)"?\n/i.exec(text)?.[1]
  return candidates.find((candidate) => candidate === declared)
}

export function detectSeparator(text: string): Separator {
  const records = countSeparators(text.slice(0, 200_000))
  const scored = candidates.map((candidate) => {
    const { columns, share } = agreement(records.map((counts) => counts.get(candidate) ?? 0))
    return { candidate, score: share * (1 + Math.log2(1 + columns)) * (columns > 0 ? 1 : 0) }
  })
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left))
  return best.score > 0 ? best.candidate : ';'
}
