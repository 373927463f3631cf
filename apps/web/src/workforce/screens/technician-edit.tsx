import type { Technician } from '@regie/contract/workforce'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { FormFoot } from '../../ui/form-foot.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useCreateTechnician, useTechnician, useUpdateTechnician } from '../api.ts'
import { TechnicianForm, useTechnicianForm } from '../parts/technician-form.tsx'
import { workforceWords } from '../words.ts'

const FORM = 'technician'

export const TechnicianNew = () => {
  const words = useWords(workforceWords)
  const navigate = useNavigate()
  const form = useTechnicianForm()
  const { actAsync: create } = useCreateTechnician()
  return (
    <>
      <PageHeader
        title={words.newTechnician}
        path={[{ label: words.technicians, to: '/technicians' }]}
      />
      <Page width="reading">
        <TechnicianForm
          id={FORM}
          form={form}
          onSubmit={async (body) => {
            const { id } = await create({ body })
            void navigate({ to: `/technicians/${id}` })
          }}
        />
        <Foot back="/technicians" isPending={form.formState.isSubmitting} />
      </Page>
    </>
  )
}

export const TechnicianEdit = () => {
  const technicianId = useParam('technicianId')
  return (
    <Loaded read={useTechnician(technicianId)}>
      {(technician) => <Edit key={technicianId} technician={technician} />}
    </Loaded>
  )
}

const Edit = ({ technician }: { technician: Technician }) => {
  const words = useWords(workforceWords)
  const navigate = useNavigate()
  const form = useTechnicianForm(technician)
  const { actAsync: update } = useUpdateTechnician()
  // The version the form was filled from, not that of a colleague's change which the live stream brought since.
  const version = useRef(technician.version)
  const back = `/technicians/${technician.id}`
  return (
    <>
      <PageHeader
        title={technician.name}
        path={[
          { label: words.technicians, to: '/technicians' },
          { label: technician.name, to: back },
        ]}
      />
      <Page width="reading">
        <TechnicianForm
          id={FORM}
          form={form}
          onSubmit={async (draft) => {
            const saving = update({
              params: { technicianId: technician.id },
              body: { ...draft, version: version.current },
            })
            await orShowCurrent(saving, (current) => {
              version.current = current.version
              form.reset(current)
            })
            void navigate({ to: back })
          }}
        />
        <Foot back={back} isPending={form.formState.isSubmitting} />
      </Page>
    </>
  )
}

const Foot = ({ back, isPending }: { back: string; isPending: boolean }) => {
  const words = useWords(workforceWords)
  return (
    <FormFoot>
      <Link to={back} className={buttonClass({})}>
        {words.cancel}
      </Link>
      <Button type="submit" form={FORM} tone="primary" isPending={isPending}>
        {words.save}
      </Button>
    </FormFoot>
  )
}
