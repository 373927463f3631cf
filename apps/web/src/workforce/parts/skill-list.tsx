import type { SkillLevel } from '@regie/contract/skills'
import { useSkillBook } from '../api.ts'
import { LevelDots } from './level-dots.tsx'

type Props = {
  readonly skills: readonly SkillLevel[]
  /** So many are shown, then how many more there are. */
  readonly limit?: number
}

/** Skills with their levels, as a row of small marks. */
export const SkillList = ({ skills, limit = 99 }: Props) => {
  const book = useSkillBook()
  const rest = skills.length - limit
  return (
    <ul className="flex flex-wrap items-center gap-1.5">
      {skills.slice(0, limit).map(({ skillId, level }) => (
        <li
          key={skillId}
          className="inline-flex items-center gap-2 rounded-full bg-sunken px-2.5 py-0.5 text-xs"
        >
          {book.skills.get(skillId)?.name ?? '…'}
          <LevelDots level={level} />
        </li>
      ))}
      {rest > 0 && <li className="nums text-ink-2 text-xs">+{rest}</li>}
    </ul>
  )
}
