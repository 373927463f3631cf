import { type PortalSettings, savePortalSettings } from '@regie/contract/portal-office'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { TemplateField } from '../../catalog/index.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form, FormField, type FormOf, useForm } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { SharingSettingsCard } from '../../whereabouts/index.ts'
import { useOfferReaders, usePortalSettings, useSavePortalSettings, useSendOffer } from '../api.ts'
import { portalWords } from '../words.ts'

/** What clients are promised and may do by themselves. */
export const PortalSettingsTab = () => (
  <Loaded read={usePortalSettings()}>
    {(settings) => <SettingsForm key={settings.version} settings={settings} />}
  </Loaded>
)

type Part = { readonly form: FormOf<PortalSettings, PortalSettings>; readonly isReadOnly: boolean }

const SettingsForm = ({ settings }: { settings: PortalSettings }) => {
  const words = useWords(portalWords)
  const can = useCan()
  const may = can('portal.configure')
  const form = useForm(savePortalSettings.body, settings)
  const { actAsync } = useSavePortalSettings()
  return (
    <Page>
      {!may && <Note>{words.readOnly}</Note>}
      <Form
        form={form}
        onSubmit={async (body) => {
          await actAsync({ body })
          showToast({ title: words.saved, tone: 'good' })
        }}
      >
        <Promised form={form} isReadOnly={!may} />
        <Choices form={form} isReadOnly={!may} />
        <Preparations form={form} isReadOnly={!may} />
        {may && (
          <Button
            type="submit"
            tone="primary"
            className="self-start"
            isPending={form.formState.isSubmitting}
          >
            {words.save}
          </Button>
        )}
      </Form>
      {can('whereabouts.configure') && <SharingSettingsCard />}
      {may && <Offers />}
    </Page>
  )
}

const Promised = ({ form, isReadOnly }: Part) => {
  const words = useWords(portalWords)
  return (
    <Card title={words.promise} description={words.windowText}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="windowMinutes">
          {(bind) => (
            <NumberField
              {...{ label: words.window, unit: words.minutes, min: 0, max: 480, ...bind }}
              isDisabled={isReadOnly}
            />
          )}
        </FormField>
        <FormField form={form} name="phone">
          {(bind) => <TextField label={words.phone} type="tel" isDisabled={isReadOnly} {...bind} />}
        </FormField>
        <FormField form={form} name="linkDays">
          {(bind) => (
            <NumberField
              {...{ label: words.link, unit: words.days, min: 1, max: 180, ...bind }}
              isDisabled={isReadOnly}
            />
          )}
        </FormField>
        <FormField form={form} name="badStars">
          {(bind) => (
            <NumberField
              {...{ label: words.badStars, min: 1, max: 4, ...bind }}
              isDisabled={isReadOnly}
            />
          )}
        </FormField>
      </div>
    </Card>
  )
}

const Choices = ({ form, isReadOnly }: Part) => {
  const words = useWords(portalWords)
  const movings = (['direct', 'approval', 'off'] as const).map((id) => ({
    id,
    label: words.movings[id],
  }))
  return (
    <Card title={words.choice}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="moving">
          {(bind) => (
            <Select<PortalSettings['moving']>
              label={words.moving}
              options={movings}
              isDisabled={isReadOnly}
              {...bind}
              onChange={(id) => bind.onChange(id ?? 'off')}
            />
          )}
        </FormField>
        <FormField form={form} name="holdMinutes">
          {(bind) => (
            <NumberField
              {...{ label: words.hold, unit: words.minutes, min: 2, max: 60, ...bind }}
              isDisabled={isReadOnly}
            />
          )}
        </FormField>
        <FormField form={form} name="leadHours">
          {(bind) => (
            <NumberField
              {...{ label: words.lead, unit: words.hours, min: 1, max: 336, ...bind }}
              isDisabled={isReadOnly}
            />
          )}
        </FormField>
        <FormField form={form} name="horizonDays">
          {(bind) => (
            <NumberField
              {...{ label: words.horizon, unit: words.days, min: 1, max: 60, ...bind }}
              isDisabled={isReadOnly}
            />
          )}
        </FormField>
      </div>
    </Card>
  )
}

const Preparations = ({ form, isReadOnly }: Part) => {
  const words = useWords(portalWords)
  return (
    <Card title={words.preparations} description={words.preparationsText}>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['fr', 'en'] as const).map((language) => (
          <FormField key={language} form={form} name={`preparations.${language}`}>
            {(bind) => (
              <TextField
                label={language === 'fr' ? words.french : words.english}
                rows={4}
                isDisabled={isReadOnly}
                {...bind}
              />
            )}
          </FormField>
        ))}
      </div>
      <FormField form={form} name="byTemplate">
        {({ value, onChange }) => (
          <ByTemplate
            value={(value ?? []) as PortalSettings['byTemplate']}
            onChange={onChange}
            isReadOnly={isReadOnly}
          />
        )}
      </FormField>
    </Card>
  )
}

type ByTemplateProps = {
  readonly value: PortalSettings['byTemplate']
  readonly onChange: (value: PortalSettings['byTemplate']) => void
  readonly isReadOnly: boolean
}

const ByTemplate = ({ value, onChange, isReadOnly }: ByTemplateProps) => {
  const words = useWords(portalWords)
  const change = (at: number, next: Partial<PortalSettings['byTemplate'][number]>) =>
    onChange(value.map((one, rank) => (rank === at ? { ...one, ...next } : one)))
  const add = (templateId: string | null) => {
    if (templateId && !value.some((one) => one.templateId === templateId))
      onChange([...value, { templateId, fr: '', en: '' }])
  }
  return (
    <div className="mt-4 flex flex-col gap-4">
      {value.map(({ templateId, fr, en }, rank) => (
        <div key={templateId} className="flex flex-col gap-3 border-line border-t pt-4">
          <div className="flex items-end gap-2">
            <TemplateField
              label={words.template}
              value={templateId}
              onChange={() => undefined}
              isDisabled
            />
            {!isReadOnly && (
              <Button icon={Trash2} onPress={() => onChange(value.filter((_, at) => at !== rank))}>
                {words.remove}
              </Button>
            )}
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              {...{ label: words.french, rows: 3, value: fr, isDisabled: isReadOnly }}
              onChange={(text) => change(rank, { fr: text ?? '' })}
            />
            <TextField
              {...{ label: words.english, rows: 3, value: en, isDisabled: isReadOnly }}
              onChange={(text) => change(rank, { en: text ?? '' })}
            />
          </div>
        </div>
      ))}
      {!isReadOnly && <TemplateField label={words.addTemplate} value={null} onChange={add} />}
    </div>
  )
}

/** Only to those who said yes. */
const Offers = () => {
  const words = useWords(portalWords)
  const { data } = useOfferReaders()
  const [text, setText] = useState('')
  const { actAsync, isPending } = useSendOffer()
  const send = () => {
    actAsync({ body: { text } }).then(({ readers }) => {
      setText('')
      showToast({ title: words.offerSent(readers), tone: 'good' })
    }, showProblem)
  }
  return (
    <Card title={words.offers} description={words.offersText(data?.readers ?? 0)}>
      <div className="flex flex-col gap-3">
        <TextField
          label={words.offer}
          rows={3}
          maxLength={1000}
          value={text}
          onChange={(value) => setText(value ?? '')}
        />
        <Button
          className="self-start"
          isDisabled={text.trim() === '' || !data?.readers}
          isPending={isPending}
          onPress={send}
        >
          {words.sendOffer}
        </Button>
      </div>
    </Card>
  )
}
