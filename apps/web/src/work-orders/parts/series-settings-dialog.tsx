import { type SeriesSettings, seriesSettings } from '@regie/contract/series'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSeriesSettings, useUpdateSeriesSettings } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'

const FORM = 'series-settings'
const choices = ['site', 'always', 'never'] as const

/** How far ahead visits are made, and where the holidays of Alsace and Moselle count. */
export const SeriesSettingsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords(seriesWords)
  return (
    <Dialog
      title={words.settings}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary">
            {words.save}
          </Button>
        </>
      }
    >
      <Loaded read={useSeriesSettings()}>
        {(settings) => <Fields settings={settings} onClose={onClose} />}
      </Loaded>
    </Dialog>
  )
}

const Fields = ({ settings, onClose }: { settings: SeriesSettings; onClose: () => void }) => {
  const words = useWords(seriesWords)
  const form = useForm(seriesSettings, settings)
  const { actAsync: update } = useUpdateSeriesSettings()
  return (
    <Form form={form} id={FORM} onSubmit={(body) => update({ body }).then(onClose)}>
      <FormField form={form} name="horizonWeeks">
        {(bind) => (
          <NumberField
            label={words.horizon}
            unit={words.horizonUnit}
            min={1}
            max={26}
            {...bind}
            onChange={(weeks) => bind.onChange(weeks ?? 8)}
          />
        )}
      </FormField>
      <FormField form={form} name="alsaceMoselle">
        {(bind) => (
          <Select
            label={words.alsaceMoselle}
            options={choices.map((id) => ({ id, label: words.alsaceChoices[id] }))}
            {...bind}
          />
        )}
      </FormField>
    </Form>
  )
}
