import { inLanguage } from '@regie/contract/form-answers'
import { type Form, type FormDefinition, formDefinition } from '@regie/contract/forms'
import { Link, useNavigate } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { ArchiveMenu } from '../../ui/archive-menu.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FormFoot } from '../../ui/form-foot.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import {
  useArchiveForm,
  useCreateForm,
  useFormOf,
  useFormVersions,
  useUpdateForm,
} from '../forms/api.ts'
import { Builder } from '../forms/builder.tsx'
import { formWords } from '../forms/words.ts'

const path = (label: string) => [{ label, to: '/catalog?tab=forms' }]

const blank = (): FormDefinition =>
  formDefinition.parse({
    title: { fr: 'Nouveau formulaire', en: 'New form' },
    sections: [{ title: { fr: 'Section 1', en: 'Section 1' } }],
  })

export const FormNew = () => {
  const words = useWords(formWords)
  const navigate = useNavigate()
  const [definition, setDefinition] = useState(blank)
  const { actAsync, isPending } = useCreateForm()
  const save = async () => {
    try {
      const { id } = await actAsync({ body: definition })
      void navigate({ to: `/catalog/forms/${id}` })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <>
      <PageHeader title={words.newForm} path={path(words.catalog)} />
      <Page>
        <Builder definition={definition} onChange={setDefinition} />
        <Foot isPending={isPending} onSave={save} />
      </Page>
    </>
  )
}

export const FormEdit = () => {
  const formId = useParam('formId')
  return <Loaded read={useFormOf(formId)}>{(form) => <Edit key={formId} form={form} />}</Loaded>
}

const Edit = ({ form }: { form: Form }) => {
  const words = useWords(formWords)
  const { language } = useLanguage()
  const mayWrite = useCan()('catalog.write')
  const navigate = useNavigate()
  const [definition, setDefinition] = useState(form.definition)
  const [isLooking, setLooking] = useState(false)
  const { actAsync: update, isPending } = useUpdateForm()
  const { actAsync: archive } = useArchiveForm()
  const params = { formId: form.id }
  const save = async () => {
    try {
      const saved = await update({ params, body: { version: form.version, definition } })
      setDefinition(saved.definition)
      showToast({ tone: 'good', title: words.savedToast(saved.number) })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <>
      <PageHeader
        title={inLanguage(definition.title, language) || words.untitled}
        path={path(words.catalog)}
        aside={
          <Badge>
            {words.version} {form.number}
          </Badge>
        }
        actions={
          <>
            <Button icon={History} onPress={() => setLooking(true)}>
              {words.history}
            </Button>
            {mayWrite && (
              <ArchiveMenu
                name={inLanguage(form.definition.title, language)}
                isArchived={form.archivedAt !== null}
                onArchive={async (archived) => {
                  await archive({ params, body: { version: form.version, archived } })
                  void navigate({ to: '/catalog', search: { tab: 'forms' } as never })
                }}
              />
            )}
          </>
        }
      />
      <Page>
        <Builder definition={definition} onChange={setDefinition} />
        {mayWrite && <Foot isPending={isPending} onSave={save} />}
      </Page>
      {isLooking && (
        <Versions
          formId={form.id}
          onClose={() => setLooking(false)}
          onTake={(taken) => {
            setDefinition(taken)
            setLooking(false)
          }}
        />
      )}
    </>
  )
}

const Versions = ({
  formId,
  onClose,
  onTake,
}: {
  formId: string
  onClose: () => void
  onTake: (definition: FormDefinition) => void
}) => {
  const words = useWords(formWords)
  const clock = useClock()
  const { data } = useFormVersions(formId, true)
  return (
    <Dialog title={words.history} isOpen onClose={onClose} width="medium">
      <p className="mb-2 text-ink-2">{words.historyText}</p>
      <ul className="flex flex-col">
        {data?.map(({ number, savedAt, savedBy, definition }) => (
          <li
            key={number}
            className="flex items-center justify-between gap-3 border-line border-b py-2"
          >
            <span>
              <span className="font-medium">
                {words.version} {number}
              </span>{' '}
              <span className="text-ink-2">
                {clock.dateAt(savedAt)} {clock.time(savedAt)} · {savedBy}
              </span>
            </span>
            <Button size="small" onPress={() => onTake(definition)}>
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const Foot = ({ isPending, onSave }: { isPending: boolean; onSave: () => void }) => {
  const words = useWords(formWords)
  return (
    <FormFoot>
      <Link to="/catalog" search={{ tab: 'forms' } as never} className={buttonClass({})}>
        {words.cancel}
      </Link>
      <Button tone="primary" isPending={isPending} onPress={onSave}>
        {words.save}
      </Button>
    </FormFoot>
  )
}
