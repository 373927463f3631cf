import { type ShownSharingSettings, saveSharingSettings } from '@regie/contract/whereabouts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useSaveSharingSettings, useSharingSettings } from '../api.ts'
import { sharingSettingsWords } from '../words.ts'

/** For whoever may configure it; the others have nothing to see here. */
export const SharingSettingsCard = () => (
  <Loaded read={useSharingSettings()}>
    {(settings) => <Settings key={settings.version} settings={settings} />}
  </Loaded>
)

const Settings = ({ settings }: { settings: ShownSharingSettings }) => {
  const words = useWords(sharingSettingsWords)
  const { version, enabled, keepMinutes, agreed, technicians } = settings
  const form = useForm(saveSharingSettings.body, { version, enabled, keepMinutes })
  const { actAsync } = useSaveSharingSettings()
  return (
    <Form
      form={form}
      onSubmit={async (body) => {
        await actAsync({ body })
        showToast({ title: words.saved, tone: 'good' })
      }}
    >
      <Card title={words.title} description={words.text}>
        <div className="flex flex-col gap-4">
          <FormField form={form} name="enabled">
            {(bind) => <Checkbox label={words.enabled} {...bind} />}
          </FormField>
          <Note>{words.duties}</Note>
          {enabled && <p className="text-ink-2">{words.agreed(agreed, technicians)}</p>}
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField form={form} name="keepMinutes">
              {(bind) => (
                <NumberField
                  {...{ label: words.keep, unit: words.minutes, min: 5, max: 120, ...bind }}
                />
              )}
            </FormField>
          </div>
          <Button type="submit" className="self-start" isPending={form.formState.isSubmitting}>
            {words.save}
          </Button>
        </div>
      </Card>
    </Form>
  )
}
