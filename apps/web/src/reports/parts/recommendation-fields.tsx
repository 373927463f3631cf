import type { Recommendation } from '@regie/contract/report-content'
import { Plus, Trash2 } from 'lucide-react'
import { PartMatches } from '../../fieldwork/index.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { moneyText } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { contentWords } from '../content-words.ts'
import { paperWords } from '../paper-words.ts'
import { reportWords } from '../words.ts'

type Props = {
  readonly recommendations: readonly Recommendation[]
  readonly onChange: (lines: readonly Recommendation[]) => void
}

/** What is worth selling, typed or taken from the list of parts; with its price where this technician may see prices. */
export const RecommendationFields = ({ recommendations, onChange }: Props) => {
  const words = useWords(reportWords)
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-medium">{words.recommendations}</legend>
      {recommendations.map((line, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are being typed
          key={index}
          line={line}
          onChange={(change) =>
            onChange(recommendations.map((one, at) => (at === index ? { ...one, ...change } : one)))
          }
          onRemove={() => onChange(recommendations.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        icon={Plus}
        onPress={() => onChange([...recommendations, { label: '', quantity: 1, priceCents: null }])}
      >
        {words.addRecommendation}
      </Button>
    </fieldset>
  )
}

type LineProps = {
  readonly line: Recommendation
  readonly onChange: (change: Partial<Recommendation>) => void
  readonly onRemove: () => void
}

const Line = ({ line: { label, quantity, priceCents }, onChange, onRemove }: LineProps) => {
  const words = useWords(reportWords)
  const own = useWords(paperWords)
  const { priceEach } = useWords(contentWords)
  const { language } = useLanguage()
  return (
    <div className="flex flex-col gap-3 rounded-control border border-line p-3">
      <TextField
        label={words.label}
        maxLength={300}
        value={label}
        // Another thing has another price.
        onChange={(next) => onChange({ label: next, priceCents: null })}
      />
      <PartMatches
        typed={label}
        onTake={(part) => onChange({ label: part.name, priceCents: part.priceCents })}
      />
      <div className="flex items-end gap-3">
        <NumberField
          label={own.quantity}
          className="w-28"
          isPlain
          format={{ maximumFractionDigits: 3 }}
          value={quantity}
          min={0.001}
          max={1_000_000}
          onChange={(next) => onChange({ quantity: next ?? 1 })}
        />
        <span className="nums min-w-0 flex-1 pb-3 text-ink-2 text-sm">
          {priceCents !== null && priceEach(moneyText(language, priceCents))}
        </span>
        <IconButton icon={Trash2} label={words.cancel} onPress={onRemove} />
      </div>
    </div>
  )
}
