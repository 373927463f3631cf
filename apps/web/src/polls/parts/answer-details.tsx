import type { DayAnswer, DayHours, Impediment } from '@regie/contract/availability'
import { Plus, X } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ownPollWords } from '../own-words.ts'
import { HoursFields } from './hours-fields.tsx'

type Props = {
  /** The hours that are asked: what an empty answer means. */
  readonly asked: DayHours
  readonly value: DayAnswer
  readonly onChange: (change: Partial<DayAnswer>) => void
}

const MOST = 6

/** Hours, what is not possible in them and why, and a remark. */
export const AnswerDetails = ({ asked, value, onChange }: Props) => {
  const words = useWords(ownPollWords)
  const whys = (Object.keys(words.whys) as Impediment[]).map((id) => ({
    id,
    label: words.whys[id],
  }))
  const setImpossible = (at: number, change: Partial<DayAnswer['impossible'][number]>) =>
    onChange({
      impossible: value.impossible.map((one, index) =>
        index === at ? { ...one, ...change } : one,
      ),
    })
  return (
    <div className="flex flex-col gap-3">
      {value.state === 'available' && (
        <>
          <Hours value={value.hours ?? asked} onChange={(hours) => onChange({ hours })} />
          {value.impossible.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <div key={index} className="flex flex-col gap-2 rounded-control bg-sunken p-3">
              <div className="flex items-center justify-between">
                <p className="font-medium">{words.impossible}</p>
                <IconButton
                  icon={X}
                  label={words.remove}
                  onPress={() =>
                    onChange({ impossible: value.impossible.filter((_, at) => at !== index) })
                  }
                />
              </div>
              <Hours value={one} onChange={(hours) => setImpossible(index, hours)} />
              <Select
                label={words.why}
                value={one.why}
                options={whys}
                onChange={(why) => why && setImpossible(index, { why })}
              />
            </div>
          ))}
          {value.impossible.length < MOST && (
            <Button
              icon={Plus}
              tone="quiet"
              className="self-start"
              onPress={() =>
                onChange({
                  impossible: [
                    ...value.impossible,
                    { from: asked.from, until: asked.until, why: 'transport' },
                  ],
                })
              }
            >
              {words.addImpossible}
            </Button>
          )}
        </>
      )}
      {value.state === 'unavailable' && (
        <Select<Impediment>
          label={words.why}
          placeholder={words.whyNone}
          value={value.why}
          options={whys}
          isOptional
          onChange={(why) => onChange({ why })}
        />
      )}
      <TextField
        label={words.note}
        value={value.note}
        maxLength={300}
        isOptional
        onChange={(note) => onChange({ note })}
      />
    </div>
  )
}

const Hours = ({ value, onChange }: { value: DayHours; onChange: (hours: DayHours) => void }) => {
  const words = useWords(ownPollWords)
  return (
    <HoursFields
      labels={[words.from, words.until]}
      value={value}
      nextDay={words.nextDay}
      onChange={onChange}
    />
  )
}
