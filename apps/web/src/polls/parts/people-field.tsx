import type { Technician } from '@regie/contract/workforce'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSkills } from '../../workforce/index.ts'
import { usePeople } from '../api.ts'
import { pollWords } from '../words.ts'

type Props = {
  readonly value: ReadonlySet<string>
  readonly onChange: (technicianIds: ReadonlySet<string>) => void
  /** Asked already. */
  readonly without?: ReadonlySet<string>
}

const ALL = 'all'
type Kind = Technician['kind']
const kinds: readonly Kind[] = ['employee', 'freelance', 'subcontractor']
const noone: ReadonlySet<string> = new Set()

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** By team, status and skill, all at once or picked by hand. */
export const PeopleField = ({ value, onChange, without = noone }: Props) => {
  const words = useWords(pollWords)
  const people = usePeople()
  const skills = useSkills().data ?? []
  const [search, setSearch] = useState('')
  const [team, setTeam] = useState(ALL)
  const [kind, setKind] = useState<Kind | typeof ALL>(ALL)
  const [skill, setSkill] = useState(ALL)
  const all = (people ?? []).filter(({ id }) => !without.has(id))
  const teams = [...new Set(all.map((one) => one.team).filter(Boolean))].toSorted()
  const shown = all.filter(
    (one) =>
      (team === ALL || one.team === team) &&
      (kind === ALL || one.kind === kind) &&
      (skill === ALL || one.skills.some(({ skillId }) => skillId === skill)) &&
      fold(one.name).includes(fold(search)),
  )
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(value)
    if (isOn) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Select
          label={words.team}
          value={team}
          options={[{ id: ALL, label: words.allTeams }, ...teams.map((id) => ({ id, label: id }))]}
          onChange={(id) => id && setTeam(id)}
        />
        <Select
          label={words.kind}
          value={kind}
          options={[
            { id: ALL, label: words.allKinds },
            ...kinds.map((id) => ({ id, label: words.kinds[id] })),
          ]}
          onChange={(id) => id && setKind(id as Kind)}
        />
        <Select
          label={words.skill}
          value={skill}
          options={[
            { id: ALL, label: words.allSkills },
            ...skills.map(({ id, name }) => ({ id, label: name })),
          ]}
          onChange={(id) => id && setSkill(id)}
        />
        <div className="flex min-w-0 items-end">
          <SearchField
            className="w-full min-w-0!"
            label={words.search}
            value={search}
            onChange={setSearch}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          isDisabled={shown.every(({ id }) => value.has(id))}
          onPress={() => onChange(new Set([...value, ...shown.map(({ id }) => id)]))}
        >
          {words.select(shown.length)}
        </Button>
        <Button tone="quiet" isDisabled={value.size === 0} onPress={() => onChange(new Set())}>
          {words.clear}
        </Button>
        <p role="status" className="ml-auto font-medium">
          {words.chosen(value.size)}
        </p>
      </div>
      {people && shown.length === 0 && <p className="text-ink-2">{words.nobody}</p>}
      <ul className="grid max-h-80 gap-x-6 overflow-y-auto sm:grid-cols-2">
        {shown.map((one) => (
          <li key={one.id} className="py-1">
            <Person
              person={one}
              isChosen={value.has(one.id)}
              onToggle={(isOn) => toggle(one.id, isOn)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

type PersonProps = {
  readonly person: Technician
  readonly isChosen: boolean
  readonly onToggle: (isOn: boolean) => void
}

const Person = ({ person, isChosen, onToggle }: PersonProps) => {
  const words = useWords(pollWords)
  const isReached = person.email || person.phone || person.memberId
  const detail = [person.team, words.kinds[person.kind], isReached ? '' : words.unreachable]
  return (
    <Checkbox
      label={person.name}
      description={detail.filter(Boolean).join(' · ')}
      value={isChosen}
      onChange={onToggle}
    />
  )
}
