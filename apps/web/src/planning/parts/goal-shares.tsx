import type { Proposal } from '@regie/contract/planning-runs'
import { clsx } from 'clsx'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { policyWords } from '../policy-words.ts'

type Share = { readonly name: string; readonly before: number; readonly after: number }

/** The goals that weigh anything, those that change most first. */
const sharesOf = ({ cost, costBefore }: Proposal): readonly Share[] =>
  Object.entries(cost)
    .map(([name, after]) => ({ name, before: costBefore[name] ?? 0, after }))
    .filter(({ before, after }) => before !== 0 || after !== 0)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))

/** Why the proposal beats the plan as it stands: the points of each goal, before and after. */
export const GoalShares = ({ proposal }: { proposal: Proposal }) => {
  const words = useWords(policyWords)
  const { language } = useLanguage()
  const shares = sharesOf(proposal)
  if (shares.length === 0) return null
  const points = (value: number) => numberText(language, value)
  const nameOf = (name: string) => {
    const key = name === 'continuity' ? 'seriesTechnicians' : name
    return words.parts[key as keyof typeof words.parts]?.name ?? name
  }
  return (
    <section>
      <h3 className="font-semibold">{words.shares.title}</h3>
      <p className="mb-1 text-ink-2 text-xs">{words.shares.text}</p>
      <table className="nums w-full text-[0.8125rem]">
        <thead>
          <tr className="text-ink-2 text-xs">
            <th className="py-1 text-left font-medium">{words.shares.goal}</th>
            <th className="py-1 pl-3 text-right font-medium">{words.shares.before}</th>
            <th className="py-1 pl-3 text-right font-medium">{words.shares.after}</th>
            <th className="py-1 pl-3 text-right font-medium">{words.shares.change}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ name, before, after }) => (
            <tr key={name} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-normal">
                {nameOf(name)}
              </th>
              <td className="whitespace-nowrap py-1 pl-3 text-right">{points(before)}</td>
              <td className="whitespace-nowrap py-1 pl-3 text-right">{points(after)}</td>
              <td
                className={clsx(
                  'whitespace-nowrap py-1 pl-3 text-right',
                  after < before ? 'text-good' : 'text-ink-2',
                )}
              >
                {after > before ? '+' : ''}
                {points(after - before)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
