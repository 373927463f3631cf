import { category } from '@regie/contract/catalog'
import { categoryWords, PriorityField, TemplateField } from '../../catalog/index.ts'
import { SiteField, useSite } from '../../clients/index.ts'
import { useWords } from '../../lib/language.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { FormField } from '../../ui/form.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { fillFromTemplate, type WorkOrderFormOf } from '../use-work-order-form.ts'
import { workOrderWords } from '../words.ts'
import { ProjectField } from './project-field.tsx'

/** What is to be done, and where. */
export const WhatFields = ({ form }: { form: WorkOrderFormOf }) => {
  const words = useWords(workOrderWords)
  const categories = useWords(categoryWords)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField form={form} name="templateId">
        {(bind) => (
          <TemplateField
            label={words.template}
            description={words.templateHelp}
            className="sm:col-span-2"
            isOptional
            {...bind}
            onChange={(id) => {
              bind.onChange(id)
              if (id) void fillFromTemplate(form, id)
            }}
          />
        )}
      </FormField>
      <FormField form={form} name="title">
        {(bind) => <TextField label={words.title} className="sm:col-span-2" {...bind} />}
      </FormField>
      <SiteFields form={form} />
      <FormField form={form} name="category">
        {(bind) => (
          <Select
            label={words.category}
            options={category.options.map((one) => ({ id: one, label: categories[one] }))}
            {...bind}
          />
        )}
      </FormField>
      <FormField form={form} name="priorityId">
        {(bind) => <PriorityField label={words.priority} isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="durationMinutes">
        {(bind) => (
          <DurationField
            label={words.duration}
            description={words.durationHelp}
            isOptional
            {...bind}
          />
        )}
      </FormField>
      <FormField form={form} name="projectId">
        {(bind) => <ProjectField label={words.project} isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="description">
        {(bind) => (
          <TextField
            label={words.description}
            className="sm:col-span-2"
            rows={4}
            isOptional
            {...bind}
          />
        )}
      </FormField>
    </div>
  )
}

const SiteFields = ({ form }: { form: WorkOrderFormOf }) => {
  const words = useWords(workOrderWords)
  const siteId = form.watch('siteId')
  const { data: site } = useSite(siteId || null)
  return (
    <>
      <FormField form={form} name="siteId">
        {(bind) => (
          <SiteField
            label={words.site}
            {...bind}
            value={bind.value || null}
            onChange={(id) => {
              bind.onChange(id ?? '')
              // What is maintained elsewhere is not maintained here.
              if (id !== siteId) form.setValue('assetIds', [])
            }}
          />
        )}
      </FormField>
      <FormField form={form} name="assetIds">
        {(bind) => (
          <MultiSelect
            label={words.assets}
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
    </>
  )
}
