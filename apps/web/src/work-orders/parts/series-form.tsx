import type { Site } from '@regie/contract/clients'
import type { Contract } from '@regie/contract/contracts'
import { PositionsField, PriorityField, ProductsField, TemplateField } from '../../catalog/index.ts'
import { SiteField, useSite } from '../../clients/index.ts'
import { NeedsField } from '../../equipment/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { Form, FormField } from '../../ui/form.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CertificationKindsField, SkillsField, TechnicianField } from '../../workforce/index.ts'
import { seriesWords } from '../series-words.ts'
import { readWork, type SeriesFormOf, type SeriesOutput } from '../use-series-form.ts'
import { workOrderWords } from '../words.ts'
import { RecurrenceFields } from './recurrence-fields.tsx'
import { RecurrencePreview } from './recurrence-preview.tsx'

const ALSATIAN = ['57', '67', '68']

type Props = {
  readonly id: string
  readonly form: SeriesFormOf
  readonly contract: Contract
  /** Those the contract covers, for a new series; one that is there keeps its site. */
  readonly sites?: readonly Site[]
  readonly otherSiteIds: readonly string[]
  readonly onOtherSites: (ids: string[]) => void
  readonly onSubmit: (draft: SeriesOutput) => Promise<unknown>
}

/** A series: where and when it comes back, and what each visit asks for. */
export const SeriesForm = (props: Props) => {
  const { id, form, onSubmit } = props
  const words = useWords(seriesWords)
  const { data: site } = useSite(form.watch('siteId') || null)
  const alsatian = ALSATIAN.includes(site?.address.postcode.slice(0, 2) ?? '')
  return (
    <Form form={form} id={id} onSubmit={onSubmit}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <WhereFields {...props} />
          </Card>
          <Card title={words.when}>
            <RecurrenceFields form={form} />
          </Card>
          <WorkCards form={form} />
        </div>
        <div className="lg:sticky lg:top-4">
          <RecurrencePreview rule={form.watch('rule')} alsatian={alsatian} />
        </div>
      </div>
    </Form>
  )
}

const WhereFields = ({ form, contract, sites, otherSiteIds, onOtherSites }: Props) => {
  const words = useWords(seriesWords)
  const own = useWords(workOrderWords)
  const siteId = form.watch('siteId')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TemplatePart form={form} />
      <FormField form={form} name="work.title">
        {(bind) => <TextField label={own.title} className="sm:col-span-2" {...bind} />}
      </FormField>
      <FormField form={form} name="siteId">
        {(bind) =>
          sites ? (
            <SiteField
              label={own.site}
              clientId={contract.clientId}
              among={contract.siteIds}
              {...bind}
              value={bind.value || null}
              onChange={(next) => {
                bind.onChange(next ?? '')
                form.setValue('work.assetIds', [])
              }}
            />
          ) : (
            <SiteField label={own.site} isDisabled {...bind} value={bind.value || null} />
          )
        }
      </FormField>
      <AssetsPart form={form} />
      {sites && sites.length > 1 && (
        <MultiSelect
          label={words.otherSites}
          description={words.otherSitesHelp}
          className="sm:col-span-2"
          isOptional
          value={otherSiteIds}
          options={sites
            .filter(({ id }) => id !== siteId)
            .map(({ id, name, address }) => ({ id, label: name, detail: address.city }))}
          onChange={(ids) => onOtherSites([...ids])}
        />
      )}
      <FormField form={form} name="preferredTechnicianId">
        {(bind) => (
          <TechnicianField
            label={words.preferred}
            description={words.preferredHelp}
            isOptional
            {...bind}
          />
        )}
      </FormField>
      <FormField form={form} name="work.durationMinutes">
        {(bind) => <DurationField label={own.duration} {...bind} />}
      </FormField>
    </div>
  )
}

const TemplatePart = ({ form }: { form: SeriesFormOf }) => {
  const own = useWords(workOrderWords)
  const fill = async (templateId: string) => {
    const { title, assetIds, contact, notes } = form.getValues('work')
    const work = await readWork(templateId, {
      ...(title ? { title } : {}),
      assetIds: assetIds ?? [],
      notes: notes ?? '',
    })
    if (work)
      form.setValue(
        'work',
        { ...work, contact: contact ?? {} },
        { shouldDirty: true, shouldValidate: form.formState.isSubmitted },
      )
  }
  return (
    <FormField form={form} name="work.templateId">
      {(bind) => (
        <TemplateField
          label={own.template}
          description={own.templateHelp}
          className="sm:col-span-2"
          isOptional
          {...bind}
          onChange={(id) => {
            bind.onChange(id)
            if (id) void fill(id)
          }}
        />
      )}
    </FormField>
  )
}

const AssetsPart = ({ form }: { form: SeriesFormOf }) => {
  const own = useWords(workOrderWords)
  const { data: site } = useSite(form.watch('siteId') || null)
  return (
    <FormField form={form} name="work.assetIds">
      {(bind) => (
        <MultiSelect
          label={own.assets}
          isOptional
          isDisabled={!site || site.assets.length === 0}
          {...bind}
          value={bind.value ?? []}
          onChange={(ids) => bind.onChange([...ids])}
          options={(site?.assets ?? []).map(({ id, name, kind }) => ({
            id,
            label: name,
            detail: kind,
          }))}
        />
      )}
    </FormField>
  )
}

const WorkCards = ({ form }: { form: SeriesFormOf }) => {
  const words = useWords(seriesWords)
  const own = useWords(workOrderWords)
  const { errors } = form.formState
  return (
    <Card title={words.work} description={words.workHelp}>
      <div className="flex flex-col gap-4">
        <FormField form={form} name="work.priorityId">
          {(bind) => <PriorityField label={own.priority} isOptional {...bind} />}
        </FormField>
        <FormField form={form} name="work.skills">
          {(bind) => <SkillsField label={own.requiredSkills} {...bind} />}
        </FormField>
        <FormField form={form} name="work.certificationKindIds">
          {(bind) => <CertificationKindsField label={own.requiredKinds} {...bind} />}
        </FormField>
        <FormField form={form} name="work.positions">
          {(bind) => (
            <PositionsField
              value={bind.value as never}
              onChange={bind.onChange as never}
              onBlur={bind.onBlur}
              errorAt={(index, field) => faultAt(errors, 'work', 'positions', index, field)}
            />
          )}
        </FormField>
        <FormField form={form} name="work.requiredProducts">
          {(bind) => (
            <ProductsField
              value={bind.value}
              onChange={bind.onChange}
              onBlur={bind.onBlur}
              errorAt={(index, field) => faultAt(errors, 'work', 'requiredProducts', index, field)}
            />
          )}
        </FormField>
        <FormField form={form} name="work.equipment">
          {(bind) => (
            <NeedsField
              value={bind.value}
              onChange={bind.onChange}
              onBlur={bind.onBlur}
              errorAt={(index, field) => faultAt(errors, 'work', 'equipment', index, field)}
            />
          )}
        </FormField>
        <FormField form={form} name="work.description">
          {(bind) => <TextField label={own.description} rows={4} isOptional {...bind} />}
        </FormField>
      </div>
    </Card>
  )
}
