import { POLICIES, type PolicyInput } from '@regie/solver'
import { useWords } from '../../../lib/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Card } from '../../../ui/card.tsx'
import { Select } from '../../../ui/select.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { fieldsOf, isOwn, type Section, wholeOf, withField } from '../../policy-draft.ts'
import { policyWords } from '../../policy-words.ts'
import { PartFields } from './part-fields.tsx'
import { usePolicyName } from './policy-name.ts'

type Props = {
  readonly policy: PolicyInput
  readonly isReadOnly: boolean
  readonly onChange: (policy: PolicyInput) => void
}

/** What the organisation's own settings say as long as the policy does not. */
const HOUSE = new Set(['buffers', 'breaks'])

const usePartWords = (section: Section, name: string) => {
  const { parts } = useWords(policyWords)
  const key = section === 'objectives' && name === 'continuity' ? 'seriesTechnicians' : name
  return parts[key as keyof typeof parts] ?? { name, text: '' }
}

const Part = (props: Props & { readonly section: Section; readonly name: string }) => {
  const { policy, isReadOnly, onChange, section, name } = props
  const words = useWords(policyWords)
  const told = usePartWords(section, name)
  const fields = fieldsOf(policy, section, name)
  const own = isOwn(policy, section, name)
  const isOn = fields.on !== false
  const change = (key: string, value: unknown) =>
    onChange(withField(policy, [section, name, key], value))
  return (
    <li className="border-line border-t py-3 first:border-t-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 className="flex items-center gap-2 font-medium">
            {told.name}
            {own && <Badge tone="accent">{words.changed}</Badge>}
          </h3>
          <p className="text-ink-2">{told.text}</p>
          {HOUSE.has(name) && !own && <p className="text-ink-3 text-xs">{words.house}</p>}
        </div>
        {typeof fields.on === 'boolean' && (
          <Switch
            label={isOn ? words.on : words.off}
            value={isOn}
            isDisabled={isReadOnly}
            onChange={(on) => change('on', on)}
          />
        )}
      </div>
      {isOn && <PartFields fields={fields} isReadOnly={isReadOnly} onChange={change} />}
    </li>
  )
}

/** A policy as a form: what it builds on, its rules, its goals. */
export const PolicyForm = (props: Props) => {
  const { policy, isReadOnly, onChange } = props
  const words = useWords(policyWords)
  const nameOf = usePolicyName()
  const whole = wholeOf(policy)
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={words.base}
        description={words.baseText}
        isReadOnly={isReadOnly}
        value={policy.extends ?? 'DistanceAndSkills'}
        onChange={(base) => onChange({ ...policy, extends: base })}
        options={[...POLICIES.keys()].map((id) => ({ id, label: nameOf(id) }))}
      />
      {(['objectives', 'rules'] as const).map((section) => (
        <Card
          key={section}
          title={section === 'rules' ? words.rules : words.goals}
          description={section === 'rules' ? words.rulesText : words.goalsText}
        >
          <ul>
            {Object.keys(whole[section]).map((name) => (
              <Part key={name} {...props} section={section} name={name} />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}
