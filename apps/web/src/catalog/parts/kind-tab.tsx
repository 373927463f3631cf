import { type CertificationKind, certificationKindDraft } from '@regie/contract/skills'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { listText } from '../../lib/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import {
  CertificationKindsField,
  useArchiveCertificationKind,
  useCertificationKinds,
  useCreateCertificationKind,
  useSkillBook,
  useUpdateCertificationKind,
} from '../../workforce/index.ts'
import { catalogWords } from '../words.ts'
import { EntryList } from './entry-list.tsx'

export const KindTab = () => {
  const words = useWords(catalogWords)
  const [isArchived, setArchived] = useState(false)
  const [edited, setEdited] = useState<CertificationKind | 'new' | null>(null)
  const { actAsync: archive } = useArchiveCertificationKind()
  return (
    <>
      <EntryList
        label={words.kinds}
        permission="workforce.write"
        read={useCertificationKinds(isArchived)}
        isArchived={isArchived}
        onArchivedChange={setArchived}
        add={words.newKind}
        onAdd={() => setEdited('new')}
        onEdit={setEdited}
        onArchive={({ id, version }, archived) =>
          archive({ params: { kindId: id }, body: { version, archived } })
        }
        empty={{ icon: ShieldCheck, title: words.noKinds, text: words.noKindsText }}
        render={(kind) => <Kind kind={kind} />}
      />
      {edited && (
        <KindDialog
          {...(edited === 'new' ? {} : { kind: edited })}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

const Kind = ({ kind }: { kind: CertificationKind }) => {
  const words = useWords(catalogWords)
  const { language } = useLanguage()
  const { kinds } = useSkillBook()
  const covered = kind.coversIds.map((id) => kinds.get(id)?.code ?? '…')
  return (
    <span className="flex items-baseline gap-4">
      <span className="w-16 shrink-0 truncate font-medium">{kind.code}</span>
      <span className="min-w-0">
        <span className="block break-words">{kind.name}</span>
        {covered.length > 0 && (
          <span className="block text-ink-2 text-xs">
            {words.covers} {listText(language, covered)}
          </span>
        )}
      </span>
    </span>
  )
}

const FORM = 'certification-kind'

const KindDialog = ({ kind, onClose }: { kind?: CertificationKind; onClose: () => void }) => {
  const words = useWords(catalogWords)
  const create = useCreateCertificationKind()
  const update = useUpdateCertificationKind()
  const form = useForm(certificationKindDraft, kind ?? { code: '', name: '', coversIds: [] })
  const save = useSaving(form, kind, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { kindId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Dialog
      title={kind ? words.editKind : words.newKind}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="code">
          {(bind) => (
            <TextField label={words.code} description={words.codeHelp} autoFocus {...bind} />
          )}
        </FormField>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} {...bind} />}
        </FormField>
        <FormField form={form} name="coversIds">
          {(bind) => (
            <CertificationKindsField
              label={words.covers}
              description={words.coversHelp}
              except={kind?.id}
              {...bind}
            />
          )}
        </FormField>
      </Form>
    </Dialog>
  )
}
