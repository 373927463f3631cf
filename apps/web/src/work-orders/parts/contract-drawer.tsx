import { type Contract, contractDraft } from '@regie/contract/contracts'
import { ClientField, useSites } from '../../clients/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useCreateContract, useUpdateContract } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'

type Props = {
  /** Left out: a new one. */
  readonly contract?: Contract
  readonly onClose: () => void
  readonly onSaved?: (contract: Contract) => void
}

const FORM = 'contract'

const useContractForm = ({ contract, onClose, onSaved }: Props) => {
  const clock = useClock()
  const create = useCreateContract()
  const update = useUpdateContract()
  const form = useForm(
    contractDraft,
    contract ?? { name: '', clientId: '', siteIds: [], startsOn: clock.today(), noticeDays: 60 },
  )
  const save = useSaving(form, contract, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { contractId: id }, body }),
    onSaved: (saved) => {
      onClose()
      onSaved?.(saved)
    },
  })
  return { form, save }
}

export const ContractDrawer = (props: Props) => {
  const { contract, onClose } = props
  const words = useWords(seriesWords)
  const { form, save } = useContractForm(props)
  return (
    <Drawer
      title={contract ? words.editContract : words.newContract}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        {!contract && (
          <FormField form={form} name="reference">
            {(bind) => (
              <TextField
                label={words.reference}
                description={words.referenceHelp}
                isOptional
                {...bind}
                onChange={(text) => bind.onChange(text || null)}
              />
            )}
          </FormField>
        )}
        <Where form={form} isNew={!contract} />
        <When form={form} />
        <FormField form={form} name="notes">
          {(bind) => <TextField label={words.notes} rows={4} isOptional {...bind} />}
        </FormField>
      </Form>
    </Drawer>
  )
}

type Part = { readonly form: ReturnType<typeof useContractForm>['form'] }

const Where = ({ form, isNew }: Part & { isNew: boolean }) => {
  const words = useWords(seriesWords)
  const clientId = form.watch('clientId')
  const sites = useSites({ clientId, limit: 200 }, clientId !== '')
  return (
    <>
      <FormField form={form} name="clientId">
        {(bind) => (
          <ClientField
            label={words.client}
            isDisabled={!isNew}
            {...bind}
            value={bind.value || null}
            onChange={(id) => {
              bind.onChange(id ?? '')
              form.setValue('siteIds', [])
            }}
          />
        )}
      </FormField>
      <FormField form={form} name="siteIds">
        {(bind) => (
          <MultiSelect
            label={words.sites}
            description={words.sitesHelp}
            isOptional
            isDisabled={sites.items.length === 0}
            {...bind}
            value={bind.value ?? []}
            onChange={(ids) => bind.onChange([...ids])}
            options={sites.items.map(({ id, name, address }) => ({
              id,
              label: name,
              detail: address.city,
            }))}
          />
        )}
      </FormField>
    </>
  )
}

const When = ({ form }: Part) => {
  const words = useWords(seriesWords)
  return (
    <div className="grid grid-cols-2 gap-4">
      <FormField form={form} name="startsOn">
        {(bind) => (
          <DateField
            label={words.startsOn}
            {...bind}
            onChange={(date) => bind.onChange(date ?? '')}
          />
        )}
      </FormField>
      <FormField form={form} name="endsOn">
        {(bind) => <DateField label={words.endsOn} isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="renewsOn">
        {(bind) => <DateField label={words.renewsOn} isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="noticeDays">
        {(bind) => (
          <NumberField
            label={words.noticeDays}
            unit={words.noticeUnit}
            min={0}
            max={365}
            {...bind}
            onChange={(days) => bind.onChange(days ?? 0)}
          />
        )}
      </FormField>
    </div>
  )
}
