import { type Skill, skillDraft } from '@regie/contract/skills'
import { Wrench } from 'lucide-react'
import { useRef, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
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
  const version = useRef(skill?.version ?? 0)
  const form = useForm(skillDraft, skill ?? { code: '', name: '' })
  const save = async (draft: Parameters<typeof create.actAsync>[0]['body']) => {
    const saving = skill
      ? update.actAsync({
          params: { skillId: skill.id },
          body: { ...draft, version: version.current },
        })
      : create.actAsync({ body: draft })
    await orShowCurrent(saving, (current) => {
      version.current = current.version
      form.reset(current)
    })
    onClose()
  }
  return (
    <Dialog
      title={skill ? words.editSkill : words.newSkill}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={form.formState.isSubmitting}>
            {words.save}
          </Button>
        </>
      }
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
