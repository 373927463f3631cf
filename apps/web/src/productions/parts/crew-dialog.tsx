import type { LocalDate } from '@regie/contract/kernel'
import type { Production } from '@regie/contract/productions'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Select } from '../../ui/select.tsx'
import { useAdoptPack, useApplyCrew, useCrewPacks, useCrewTemplates } from '../api.ts'
import { productionWords } from '../words.ts'
import { usePhaseName } from './coverage-grid.tsx'

type Props = {
  readonly production: Production
  readonly date: LocalDate
  readonly onClose: () => void
}

/** Crews the house has, then those the program ships, which become the house's own with the first use. */
const useCrews = () => {
  const words = useWords(productionWords)
  const templates = useCrewTemplates()
  const packs = useCrewPacks()
  const { actAsync: adopt, isPending } = useAdoptPack()
  const own = templates.data?.map(({ id, name, lines }) => ({
    id,
    label: name,
    detail: lines.map(({ label, headcount }) => `${headcount} × ${label}`).join(', '),
  }))
  const shipped = packs.data
    ?.filter(({ name }) => !own?.some(({ label }) => label === name))
    .map(({ key, name, lines }) => ({
      id: key,
      label: name,
      detail: `${words.shipped} · ${lines.map(({ role, headcount }) => `${headcount} × ${role}`).join(', ')}`,
    }))
  return {
    read: {
      data: own && shipped && [...own, ...shipped],
      error: templates.error ?? packs.error,
      refetch: () => Promise.all([templates.refetch(), packs.refetch()]),
    },
    isTaking: isPending,
    /** The template of what was chosen. */
    take: async (chosen: string) =>
      shipped?.some(({ id }) => id === chosen)
        ? (await adopt({ params: { key: chosen } })).id
        : chosen,
  }
}

/** Gives the phases of a day, or some of them, the crew of a template. */
export const CrewDialog = ({ production, date, onClose }: Props) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const apply = useApplyCrew()
  const crews = useCrews()
  const [crew, setCrew] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [keep, setKeep] = useState(true)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const today = production.phases.filter(({ startsAt }) => clock.dateOf(startsAt) === date)
  const stages = new Map(production.stages.map(({ id, name }) => [id, name]))
  const send = async () => {
    if (!crew) return
    const templateId = await crews.take(crew)
    setCrew(templateId)
    const phaseIds = chosen.length ? [...chosen] : today.map(({ id }) => id)
    const params = { projectId: production.project.id }
    await apply.actAsync({ params, body: { templateId, phaseIds, keep } })
    onClose()
  }
  return (
    <Dialog
      title={words.applyCrew}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            isDisabled={!crew || today.length === 0}
            isPending={apply.isPending || crews.isTaking}
            onPress={() => void send().catch((error) => setProblem(toProblem(error)))}
          >
            {words.apply}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <p className="text-ink-2">{words.applyCrewText}</p>
        <Loaded read={crews.read}>
          {(all) => <Select label={words.template} options={all} value={crew} onChange={setCrew} />}
        </Loaded>
        <MultiSelect
          label={words.toWhich}
          placeholder={words.wholeDay}
          isOptional
          options={today.map((phase) => ({
            id: phase.id,
            label: `${nameOf(phase)} · ${stages.get(phase.stageId) ?? ''}`,
            detail: clock.range(phase.startsAt, phase.endsAt),
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <Checkbox label={words.keep} value={keep} onChange={setKeep} />
      </div>
    </Dialog>
  )
}
