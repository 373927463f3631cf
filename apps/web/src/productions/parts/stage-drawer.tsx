import { type Production, type Stage, stageDraft } from '@regie/contract/productions'
import { SiteField } from '../../clients/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useStageActs } from '../api.ts'
import { productionWords } from '../words.ts'

type Props = {
  readonly production: Production
  /** Null: a new one. */
  readonly stage: Stage | null
  readonly onClose: () => void
}

export const StageDrawer = ({ production, stage, onClose }: Props) => {
  const words = useWords(productionWords)
  const acts = useStageActs()
  const projectId = production.project.id
  // Most stages of a production stand at one place.
  const siteId = stage?.siteId ?? production.stages[0]?.siteId ?? ''
  const form = useForm(stageDraft, { name: stage?.name ?? '', siteId })
  const save = useSaving(form, stage, {
    create: (draft) => acts.add({ params: { projectId }, body: draft }),
    update: ({ id }, body) => acts.update({ params: { projectId, stageId: id }, body }),
    onSaved: onClose,
  })
  const isEmpty = stage && !production.phases.some(({ stageId }) => stageId === stage.id)
  return (
    <Drawer
      title={stage ? words.editStage : words.addStage}
      isOpen
      onClose={onClose}
      actions={
        <>
          {isEmpty && (
            <Button
              tone="danger"
              onPress={() =>
                void acts
                  .remove({
                    params: { projectId, stageId: stage.id },
                    body: { version: stage.version },
                  })
                  .then(onClose)
              }
            >
              {words.removeStage}
            </Button>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button type="submit" form="stage" tone="primary" isPending={form.formState.isSubmitting}>
            {words.save}
          </Button>
        </>
      }
    >
      <Form form={form} id="stage" onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => (
            <TextField label={words.stageName} placeholder={words.stageHint} autoFocus {...bind} />
          )}
        </FormField>
        <FormField form={form} name="siteId">
          {(bind) => (
            <SiteField
              label={words.site}
              {...bind}
              value={bind.value || null}
              onChange={(value) => bind.onChange(value ?? '')}
            />
          )}
        </FormField>
      </Form>
    </Drawer>
  )
}
