import {
  type Outcome,
  outcomeKind,
  type ReportTexts,
  textKeys,
} from '@regie/contract/report-content'
import type { Draft } from '@regie/contract/report-draft'
import { type PhoneStop, useTell } from '../../fieldwork/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { reportWords } from '../words.ts'
import { FollowUpField } from './follow-up-field.tsx'
import { RecommendationFields } from './recommendation-fields.tsx'
import { usePending } from './use-pending.ts'

type Paper = ReportTexts & { outcome: Outcome; recommendations: Draft['recommendations'] }

/** Words, outcome and recommendations; each pause keeps what was written. */
export const OutcomeFields = ({ stop, draft }: { stop: PhoneStop; draft: Draft }) => {
  const words = useWords(reportWords)
  const tell = useTell(stop)
  const { pending, change } = usePending<Paper>(({ outcome, recommendations, ...texts }) => {
    const filled = recommendations?.filter(({ label }) => label.trim() !== '')
    void tell({
      kind: 'paper',
      texts,
      ...(outcome ? { outcome } : {}),
      ...(filled ? { recommendations: [...filled] } : {}),
    } as never)
  })
  const outcome = pending.outcome ?? draft.outcome
  const recommendations = pending.recommendations ?? draft.recommendations
  const setOutcome = (part: Partial<Outcome>) =>
    change({ outcome: { reason: '', followUp: '', kind: 'completed', ...outcome, ...part } })
  const main = ['workDone', 'anomalies', 'remarks'] as const
  const others = textKeys.filter((key) => !(main as readonly string[]).includes(key))
  const text = (key: keyof ReportTexts, rows = 3) => (
    <TextField
      key={key}
      label={words.texts[key]}
      rows={rows}
      isOptional
      value={pending[key] ?? draft.texts[key]}
      onChange={(value) => change({ [key]: value })}
    />
  )
  return (
    <section className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4">
      {main.map((key) => text(key))}
      <details>
        <summary className="min-h-11 py-2 font-medium text-accent">
          {others.map((key) => words.texts[key]).join(', ')}
        </summary>
        <div className="mt-2 flex flex-col gap-4">{others.map((key) => text(key))}</div>
      </details>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 font-medium">{words.outcome}</legend>
        <Segmented
          label={words.outcome}
          value={outcome?.kind ?? ''}
          choices={outcomeKind.options.map((kind) => ({
            id: kind as string,
            label: words.outcomes[kind],
          }))}
          onChange={(kind) => setOutcome({ kind: outcomeKind.parse(kind) })}
        />
        {outcome && outcome.kind !== 'completed' && (
          <>
            <TextField
              label={words.reason}
              rows={2}
              value={outcome.reason}
              error={outcome.reason ? undefined : words.required}
              onChange={(reason) => setOutcome({ reason })}
            />
            <FollowUpField stop={stop} outcome={outcome} onChange={setOutcome} />
          </>
        )}
      </fieldset>
      <RecommendationFields
        recommendations={recommendations}
        onChange={(lines) => change({ recommendations: lines })}
      />
    </section>
  )
}
