import { type PolicyInput, policyFaults } from '@regie/solver'
import { useState } from 'react'
import { useWords } from '../../../lib/language.tsx'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { parsePolicy } from '../../policy-draft.ts'
import { policyWords } from '../../policy-words.ts'

type Props = {
  readonly policy: PolicyInput
  readonly isReadOnly: boolean
  /** `null`: what stands there is no policy. */
  readonly onChange: (policy: PolicyInput | null) => void
}

/** A policy as JSON; every fault is told while it is typed, in the words the server would use. */
export const PolicyJson = ({ policy, isReadOnly, onChange }: Props) => {
  const words = useWords(policyWords)
  const [text, setText] = useState(() => JSON.stringify(policy, null, 2))
  const { policy: parsed, error } = parsePolicy(text)
  const faults = error === undefined ? policyFaults(parsed) : []
  const type = (next: string) => {
    setText(next)
    const read = parsePolicy(next)
    const isGood = read.error === undefined && policyFaults(read.policy).length === 0
    onChange(isGood ? (read.policy as PolicyInput) : null)
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">
        {words.jsonText}{' '}
        <a
          className="text-accent underline"
          href="/api/planning/policy-schema"
          target="_blank"
          rel="noreferrer"
        >
          {words.schema}
        </a>
      </p>
      <TextField
        label={words.json}
        isLabelHidden
        rows={14}
        value={text}
        isReadOnly={isReadOnly}
        onChange={type}
        className="font-mono text-[0.8125rem]"
      />
      {error !== undefined && (
        <Note tone="bad" title={words.notJson}>
          {error}
        </Note>
      )}
      {faults.length > 0 && (
        <Note tone="bad" title={words.faults(faults.length)}>
          <ul>
            {faults.map(({ path, expected, got }) => (
              <li key={path} className="break-words">
                {words.fault(path, expected, got)}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  )
}
