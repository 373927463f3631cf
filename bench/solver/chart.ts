// The chart of gaps: one line a set and budget, a mark a solver, on a logarithmic scale. SVG, light and dark.
import type { Aim } from './aims.ts'

const WIDTH = 960
const LEFT = 352
const RIGHT = 40
const TOP = 96
const ROW = 46
const LEAST = 0.001
const MOST = 20

const MARKS: Readonly<Record<string, string>> = {
  'HGS-VRPTW': 'hgs',
  'PyVRP 0.13.4': 'pyvrp',
  'VROOM 1.15 rc2': 'vroom',
  jsprit: 'jsprit',
}

const x = (gap: number): number => {
  const clipped = Math.min(MOST, Math.max(LEAST, gap))
  const share = Math.log(clipped / LEAST) / Math.log(MOST / LEAST)
  return Math.round((LEFT + share * (WIDTH - LEFT - RIGHT)) * 10) / 10
}

const STYLE = `
  text { font: 14px system-ui, sans-serif; fill: #1c2430 }
  .quiet { fill: #5b6675; font-size: 12.5px }
  .line { stroke: #dfe3e8 } .aim { stroke: #1c2430; stroke-width: 2 }
  .ours { fill: #1f5eff } .our-text { fill: #1f5eff; font-weight: 600 }
  .hgs { fill: #b45309 } .pyvrp { fill: #0f766e } .vroom { fill: #7e22ce } .jsprit { fill: #64748b }
  .paper { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8ecf2 } .quiet { fill: #9aa6b5 } .line { stroke: #323b47 } .aim { stroke: #e8ecf2 }
    .ours { fill: #7ba3ff } .our-text { fill: #7ba3ff } .hgs { fill: #f0a04b } .pyvrp { fill: #4cc4b6 }
    .vroom { fill: #c993f5 } .jsprit { fill: #a3b0c2 } .paper { fill: #12161c }
  }`

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

const diamond = (at: number, y: number): string =>
  `<path class="ours" d="M${at} ${y - 8} l8 8 -8 8 -8 -8 z"/>`

const row = ({ aim, ours }: { aim: Aim; ours: number | undefined }, k: number): string => {
  const y = TOP + k * ROW + ROW / 2
  const rivals = aim.rivals.map(
    ({ name, gap }) =>
      `<circle class="${MARKS[name] ?? 'jsprit'}" cx="${x(gap)}" cy="${y}" r="6"><title>${escaped(name)}: ${gap} %</title></circle>`,
  )
  const measured = ours !== undefined && !Number.isNaN(ours)
  const anchor = measured && x(ours) > WIDTH - RIGHT - 90 ? 'end' : 'start'
  const own = measured
    ? `${diamond(x(ours), y)}<text class="our-text" x="${x(ours) + (anchor === 'start' ? 0 : 8)}" y="${y - 12}" text-anchor="middle">${ours.toFixed(ours < 0.1 ? 3 : 2)} %</text>`
    : `<text class="quiet" x="${x(LEAST)}" y="${y + 4}">not measured</text>`
  return [
    `<line class="line" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/>`,
    `<text x="16" y="${y + 5}">${escaped(aim.title)}</text>`,
    `<line class="aim" x1="${x(aim.aim)}" x2="${x(aim.aim)}" y1="${y - 11}" y2="${y + 11}"><title>aim ${aim.aim} %</title></line>`,
    ...rivals,
    own,
  ].join('\n')
}

const ticks = (height: number): string =>
  [LEAST, 0.01, 0.1, 1, 10]
    .map(
      (gap) =>
        `<line class="line" x1="${x(gap)}" x2="${x(gap)}" y1="${TOP - 8}" y2="${height - 34}"/><text class="quiet" x="${x(gap)}" y="${height - 16}" text-anchor="middle">${gap === LEAST ? '≤ 0.001' : gap} %</text>`,
    )
    .join('\n')

const legend = (): string => {
  const entries = [...Object.entries(MARKS)]
  const marks = entries.map(
    ([name, mark], k) =>
      `<circle class="${mark}" cx="${LEFT + 170 + k * 128}" cy="60" r="6"/><text class="quiet" x="${LEFT + 181 + k * 128}" y="64">${name}</text>`,
  )
  return [
    diamond(LEFT + 8, 60),
    `<text class="quiet" x="${LEFT + 22}" y="64">Régie</text>`,
    `<line class="aim" x1="${LEFT + 84}" x2="${LEFT + 84}" y1="50" y2="70"/><text class="quiet" x="${LEFT + 94}" y="64">aim</text>`,
    ...marks,
  ].join('\n')
}

/** Draws the rows; those that were not measured say so. */
export const chart = (rows: readonly { aim: Aim; ours: number | undefined }[]): string => {
  const height = TOP + rows.length * ROW + 48
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Mean gap to the best known, by set and solver">
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${height}"/>
<text x="16" y="30" font-weight="600">Mean gap to the best known, one thread, CPU seconds (lower is better)</text>
${legend()}
${ticks(height)}
${rows.map(row).join('\n')}
</svg>
`
}
