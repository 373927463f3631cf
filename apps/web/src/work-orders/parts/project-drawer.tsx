import { type Project, projectDraft } from '@regie/contract/work-orders'
import { ClientField } from '../../clients/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useCreateProject, useUpdateProject } from '../api.ts'
import { workOrderWords } from '../words.ts'

type Props = {
  /** Left out: a new one. */
  readonly project?: Project
  readonly onClose: () => void
  readonly onSaved?: (project: Project) => void
}

const FORM = 'project'
const kinds = ['production', 'tour', 'other'] as const

export const ProjectDrawer = ({ project, onClose, onSaved }: Props) => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  const create = useCreateProject()
  const update = useUpdateProject()
  const form = useForm(projectDraft, project ?? { name: '', kind: 'production' })
  const save = useSaving(form, project, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, { code: _, ...body }) => update.actAsync({ params: { projectId: id }, body }),
    onSaved: (saved) => {
      onClose()
      onSaved?.(saved)
    },
  })
  return (
    <Drawer
      title={project ? words.editProject : words.newProject}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        {!project && (
          <FormField form={form} name="code">
            {(bind) => (
              <TextField
                label={words.code}
                description={words.codeHelp(`PROJ-${clock.today()}`)}
                isOptional
                {...bind}
                onChange={(text) => bind.onChange(text.toUpperCase() || null)}
              />
            )}
          </FormField>
        )}
        <FormField form={form} name="kind">
          {(bind) => (
            <Select
              label={words.kind}
              options={kinds.map((id) => ({ id, label: words.kinds[id] }))}
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="clientId">
          {(bind) => <ClientField label={words.client} isOptional {...bind} />}
        </FormField>
        <div className="grid grid-cols-2 gap-4">
          <FormField form={form} name="startsOn">
            {(bind) => <DateField label={words.startsOn} isOptional {...bind} />}
          </FormField>
          <FormField form={form} name="endsOn">
            {(bind) => <DateField label={words.endsOn} isOptional {...bind} />}
          </FormField>
        </div>
        <FormField form={form} name="budgetCode">
          {(bind) => (
            <TextField
              label={words.budgetCode}
              description={words.budgetCodeHelp}
              isOptional
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="notes">
          {(bind) => <TextField label={words.notes} rows={4} isOptional {...bind} />}
        </FormField>
      </Form>
    </Drawer>
  )
}
