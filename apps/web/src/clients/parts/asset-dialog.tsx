import { type Asset, assetDraft } from '@regie/contract/clients'
import { useRef, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useCreateAsset, useUpdateAsset } from '../api.ts'
import { attributesOf, attributesText } from '../attributes.ts'
import { clientWords } from '../words.ts'

type Props = { readonly siteId: string; readonly asset?: Asset; readonly onClose: () => void }

const FORM = 'asset'

export const AssetDialog = ({ siteId, asset, onClose }: Props) => {
  const words = useWords(clientWords)
  const create = useCreateAsset()
  const update = useUpdateAsset()
  const version = useRef(asset?.version ?? 0)
  const [features, setFeatures] = useState(attributesText(asset?.attributes ?? {}))
  const form = useForm(assetDraft, asset ?? { name: '', siteId })
  const save = async (draft: Parameters<typeof create.actAsync>[0]['body']) => {
    const body = { ...draft, attributes: attributesOf(features) }
    const saving = asset
      ? update.actAsync({
          params: { assetId: asset.id },
          body: { ...body, version: version.current },
        })
      : create.actAsync({ body })
    await orShowCurrent(saving, (current) => {
      version.current = current.version
      form.reset(current)
      setFeatures(attributesText(current.attributes))
    })
    onClose()
  }
  return (
    <Dialog
      title={asset ? words.editAsset : words.addAsset}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        <FormField form={form} name="kind">
          {(bind) => <TextField label={words.assetKind} isOptional {...bind} />}
        </FormField>
        <TextField
          label={words.attributes}
          description={words.attributesHelp}
          rows={4}
          isOptional
          value={features}
          onChange={setFeatures}
        />
        <FormField form={form} name="notes">
          {(bind) => <TextField label={words.notes} rows={3} isOptional {...bind} />}
        </FormField>
      </Form>
    </Dialog>
  )
}
