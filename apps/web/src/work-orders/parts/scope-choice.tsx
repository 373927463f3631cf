import { Radio, RadioGroup } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { seriesWords } from '../series-words.ts'

export type Scope = 'this' | 'following' | 'all'

type Props = {
  readonly choices: readonly Scope[]
  readonly value: Scope
  readonly onChange: (scope: Scope) => void
}

/** Which visits an edit is about. */
export const ScopeChoice = ({ choices, value, onChange }: Props) => {
  const words = useWords(seriesWords)
  return (
    <RadioGroup
      aria-label={words.editScope}
      value={value}
      onChange={(next) => onChange(next as Scope)}
      className="flex flex-col gap-2"
    >
      {choices.map((scope) => (
        <Radio
          key={scope}
          value={scope}
          className="group flex cursor-pointer items-start gap-3 rounded-control border border-line p-3 outline-focus data-focus-visible:outline-2 data-selected:border-accent data-selected:bg-accent-soft"
        >
          <span
            aria-hidden
            className="mt-0.5 size-4 shrink-0 rounded-full border-2 border-line-strong group-data-selected:border-[5px] group-data-selected:border-accent"
          />
          <span>
            <span className="block font-medium">{words.scopes[scope]}</span>
            <span className="block text-ink-2 text-sm">{words.scopeHelp[scope]}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
