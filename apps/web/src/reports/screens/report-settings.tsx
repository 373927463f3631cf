import {
  type ReportSettings as Settings,
  updateReportSettings,
} from '@regie/contract/report-settings'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ColourField } from '../../ui/colour-field.tsx'
import { Form, FormField, type FormOf, useForm } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useReportSettings, useUpdateReportSettings } from '../api.ts'
import { CertificateCard } from '../parts/certificate-card.tsx'
import { LogoCard } from '../parts/logo-card.tsx'
import { reportSettingsWords } from '../settings-words.ts'

type Input = (typeof updateReportSettings.body)['_zod']['input']
type Output = (typeof updateReportSettings.body)['_zod']['output']
type Props = { readonly form: FormOf<Input, Output>; readonly isReadOnly: boolean }

/** How reports look, what is consented to, how long they are kept, and what seals them. */
export const ReportSettings = () => {
  const words = useWords(reportSettingsWords)
  return (
    <>
      <PageHeader title={words.title} path={[{ label: words.reports, to: '/reports' }]} />
      <Loaded read={useReportSettings()}>{(settings) => <Sheet settings={settings} />}</Loaded>
    </>
  )
}

const Sheet = ({ settings }: { settings: Settings }) => {
  const words = useWords(reportSettingsWords)
  const isReadOnly = !useCan()('reports.configure')
  return (
    <Page width="reading">
      {isReadOnly && <Note>{words.readOnly}</Note>}
      <LogoCard hasLogo={settings.hasLogo} version={settings.version} isReadOnly={isReadOnly} />
      <Texts key={settings.version} settings={settings} isReadOnly={isReadOnly} />
      <CertificateCard settings={settings} isReadOnly={isReadOnly} />
      <Note title={words.sms}>{settings.hasSms ? words.smsOn : words.smsOff}</Note>
    </Page>
  )
}

const Texts = ({ settings, isReadOnly }: { settings: Settings; isReadOnly: boolean }) => {
  const words = useWords(reportSettingsWords)
  const { refetch } = useReportSettings()
  const { actAsync } = useUpdateReportSettings()
  const form = useForm(updateReportSettings.body, settings)
  return (
    <Form
      form={form}
      onSubmit={async (body) => {
        try {
          await actAsync({ body })
          showToast({ tone: 'good', title: words.saved })
        } catch (error) {
          if (toProblem(error).code !== 'stale_version') throw error
          await refetch()
          showToast({ tone: 'info', title: words.changedMeanwhile })
        }
      }}
    >
      <Card title={words.look}>
        <div className="flex flex-col gap-4">
          <FormField form={form} name="colour">
            {(bind) => <ColourField label={words.colour} isDisabled={isReadOnly} {...bind} />}
          </FormField>
          <FormField form={form} name="companyDetails">
            {(bind) => (
              <TextField
                label={words.company}
                description={words.companyText}
                rows={3}
                isOptional
                isReadOnly={isReadOnly}
                {...bind}
              />
            )}
          </FormField>
        </div>
      </Card>
      <Consent form={form} isReadOnly={isReadOnly} version={settings.consentVersion} />
      <Prices form={form} isReadOnly={isReadOnly} />
      <Card title={words.retention} description={words.retentionText}>
        <FormField form={form} name="retentionYears">
          {(bind) => (
            <NumberField
              label={words.retentionYears}
              className="max-w-64"
              unit={words.years}
              min={2}
              max={50}
              isReadOnly={isReadOnly}
              {...bind}
            />
          )}
        </FormField>
      </Card>
      {!isReadOnly && (
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
  )
}

const Consent = ({ form, isReadOnly, version }: Props & { version: number }) => {
  const words = useWords(reportSettingsWords)
  return (
    <Card
      title={words.consent}
      description={words.consentText}
      actions={<span className="nums text-ink-2">{words.consentVersion(version)}</span>}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="consentFr">
          {(bind) => <TextField label={words.french} rows={6} isReadOnly={isReadOnly} {...bind} />}
        </FormField>
        <FormField form={form} name="consentEn">
          {(bind) => <TextField label={words.english} rows={6} isReadOnly={isReadOnly} {...bind} />}
        </FormField>
      </div>
    </Card>
  )
}

const Prices = ({ form, isReadOnly }: Props) => {
  const words = useWords(reportSettingsWords)
  return (
    <Card title={words.prices} description={words.pricesText}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="priceConditionsFr">
          {(bind) => (
            <TextField label={words.french} rows={4} isOptional isReadOnly={isReadOnly} {...bind} />
          )}
        </FormField>
        <FormField form={form} name="priceConditionsEn">
          {(bind) => (
            <TextField
              label={words.english}
              rows={4}
              isOptional
              isReadOnly={isReadOnly}
              {...bind}
            />
          )}
        </FormField>
      </div>
    </Card>
  )
}
