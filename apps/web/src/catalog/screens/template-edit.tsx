import type { Template } from '@regie/contract/catalog'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { ArchiveMenu } from '../../ui/archive-menu.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { FormFoot } from '../../ui/form-foot.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useArchiveTemplate, useCreateTemplate, useTemplate, useUpdateTemplate } from '../api.ts'
import { TemplateForm, useTemplateForm } from '../parts/template-form.tsx'
import { catalogWords } from '../words.ts'

const FORM = 'template'

export const TemplateNew = () => {
  const words = useWords(catalogWords)
  const navigate = useNavigate()
  const form = useTemplateForm()
  const { actAsync: create } = useCreateTemplate()
  return (
    <>
      <PageHeader title={words.newTemplate} path={[{ label: words.catalog, to: '/catalog' }]} />
      <Page width="reading">
        <TemplateForm
          id={FORM}
          form={form}
          onSubmit={async (body) => {
            await create({ body })
            showToast({ tone: 'good', title: words.saved })
            void navigate({ to: '/catalog' })
          }}
        />
        <Foot isPending={form.formState.isSubmitting} />
      </Page>
    </>
  )
}

export const TemplateEdit = () => {
  const templateId = useParam('templateId')
  return (
    <Loaded read={useTemplate(templateId)}>
      {(template) => <Edit key={templateId} template={template} />}
    </Loaded>
  )
}

const Edit = ({ template }: { template: Template }) => {
  const words = useWords(catalogWords)
  const navigate = useNavigate()
  const mayWrite = useCan()('catalog.write')
  const form = useTemplateForm(template)
  const { actAsync: update } = useUpdateTemplate()
  const { actAsync: archive } = useArchiveTemplate()
  // The version the form was filled from, not that of a colleague's change which the live stream brought since.
  const version = useRef(template.version)
  const params = { templateId: template.id }
  return (
    <>
      <PageHeader
        title={template.name}
        path={[{ label: words.catalog, to: '/catalog' }]}
        actions={
          mayWrite && (
            <ArchiveMenu
              name={template.name}
              isArchived={template.archivedAt !== null}
              onArchive={async (archived) => {
                await archive({ params, body: { version: template.version, archived } })
                void navigate({ to: '/catalog' })
              }}
            />
          )
        }
      />
      <Page width="reading">
        <TemplateForm
          id={FORM}
          form={form}
          onSubmit={async (draft) => {
            const saving = update({ params, body: { ...draft, version: version.current } })
            await orShowCurrent(saving, (current) => {
              version.current = current.version
              form.reset(current)
            })
            showToast({ tone: 'good', title: words.saved })
            void navigate({ to: '/catalog' })
          }}
        />
        {mayWrite && <Foot isPending={form.formState.isSubmitting} />}
      </Page>
    </>
  )
}

const Foot = ({ isPending }: { isPending: boolean }) => {
  const words = useWords(catalogWords)
  return (
    <FormFoot>
      <Link to="/catalog" className={buttonClass({})}>
        {words.cancel}
      </Link>
      <Button type="submit" form={FORM} tone="primary" isPending={isPending}>
        {words.save}
      </Button>
    </FormFoot>
  )
}
