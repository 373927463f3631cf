import { type Skill, skillDraft } from '@regie/contract/skills'
import { Wrench } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import {
  useArchiveSkill,
  useCreateSkill,
  useSkills,
  useUpdateSkill,
} from '../../workforce/index.ts'
import { catalogWords } from '../words.ts'
import { EntryList } from './entry-list.tsx'

export const SkillTab = () => {
  const words = useWords(catalogWords)
  const [isArchived, setArchived] = useState(false)
  const [edited, setEdited] = useState<Skill | 'new' | null>(null)
  const { actAsync: archive } = useArchiveSkill()
  return (
    <>
      <EntryList
        label={words.skills}
        permission="workforce.write"
        read={useSkills(isArchived)}
        isArchived={isArchived}
        onArchivedChange={setArchived}
        add={words.newSkill}
        onAdd={() => setEdited('new')}
        onEdit={setEdited}
        onArchive={({ id, version }, archived) =>
          archive({ params: { skillId: id }, body: { version, archived } })
        }
        empty={{ icon: Wrench, title: words.noSkills, text: words.noSkillsText }}
        render={({ code, name }) => (
          <span className="flex items-baseline gap-4">
            <span className="nums w-20 shrink-0 truncate text-ink-2 text-xs">{code}</span>
            <span className="truncate">{name}</span>
          </span>
        )}
      />
      {edited && (
        <SkillDialog
          {...(edited === 'new' ? {} : { skill: edited })}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

const FORM = 'skill'

const SkillDialog = ({ skill, onClose }: { skill?: Skill; onClose: () => void }) => {
  const words = useWords(catalogWords)
  const create = useCreateSkill()
  const update = useUpdateSkill()
  const form = useForm(skillDraft, skill ?? { code: '', name: '' })
  const save = useSaving(form, skill, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { skillId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Dialog
      title={skill ? words.editSkill : words.newSkill}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        <FormField form={form} name="code">
          {(bind) => <TextField label={words.code} description={words.codeHelp} {...bind} />}
        </FormField>
      </Form>
    </Dialog>
  )
}
