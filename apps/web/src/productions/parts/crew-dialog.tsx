import type { LocalDate } from '@regie/contract/kernel'
import type { Production } from '@regie/contract/productions'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Select } from '../../ui/select.tsx'
import { useApplyCrew, useCrewTemplates } from '../api.ts'
import { productionWords } from '../words.ts'
import { usePhaseName } from './coverage-grid.tsx'

type Props = {
  readonly production: Production
  readonly date: LocalDate
  readonly onClose: () => void
}

/** Gives the phases of a day, or some of them, the crew of a template. */
export const CrewDialog = ({ production, date, onClose }: Props) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const apply = useApplyCrew()
  const templates = useCrewTemplates()
  const [templateId, setTemplateId] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [keep, setKeep] = useState(true)
  const today = production.phases.filter(({ startsAt }) => clock.dateOf(startsAt) === date)
  const stages = new Map(production.stages.map(({ id, name }) => [id, name]))
  const send = async () => {
    if (!templateId) return
    const phaseIds = chosen.length ? [...chosen] : today.map(({ id }) => id)
    const params = { projectId: production.project.id }
    await apply.actAsync({ params, body: { templateId, phaseIds, keep } }).then(onClose, () => {})
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
            isDisabled={!templateId || today.length === 0}
            isPending={apply.isPending}
            onPress={() => void send()}
          >
            {words.apply}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {apply.error && <ProblemNote problem={apply.error} />}
        <p className="text-ink-2">{words.applyCrewText}</p>
        <Loaded read={templates}>
          {(all) =>
            all.length === 0 ? (
              <Link to="/crew-templates" className="text-accent hover:underline">
                {words.noTemplatesText}
              </Link>
            ) : (
              <Select
                label={words.template}
                options={all.map(({ id, name, lines }) => ({
                  id,
                  label: name,
                  detail: lines.map(({ label, headcount }) => `${headcount} × ${label}`).join(', '),
                }))}
                value={templateId}
                onChange={setTemplateId}
              />
            )
          }
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
