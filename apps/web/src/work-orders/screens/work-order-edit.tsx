import type { WorkOrder } from '@regie/contract/work-orders'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { FormFoot } from '../../ui/form-foot.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useCreateWorkOrder, useUpdateWorkOrder, useWorkOrder } from '../api.ts'
import { SeriesScope } from '../parts/series-scope.tsx'
import { WorkOrderForm } from '../parts/work-order-form.tsx'
import { useSeriesOfWorkOrder } from '../series-api.ts'
import { useWorkOrderForm, type WorkOrderOutput } from '../use-work-order-form.ts'
import { workOrderWords } from '../words.ts'

const FORM = 'work-order'
const givenSchema = z.object({ siteId: z.string().optional(), projectId: z.string().optional() })

export const WorkOrderNew = () => {
  const words = useWords(workOrderWords)
  const navigate = useNavigate()
  const [given] = useAddressState(givenSchema)
  const form = useWorkOrderForm(given)
  const { actAsync: create } = useCreateWorkOrder()
  return (
    <>
      <PageHeader
        title={words.newWorkOrder}
        path={[{ label: words.workOrders, to: '/work-orders' }]}
      />
      <Page width="reading">
        <WorkOrderForm
          id={FORM}
          form={form}
          workOrderId={null}
          onSubmit={async (body) => {
            const { id } = await create({ body })
            void navigate({ to: `/work-orders/${id}` })
          }}
        />
        <Foot back="/work-orders" isPending={form.formState.isSubmitting} />
      </Page>
    </>
  )
}

export const WorkOrderEdit = () => {
  const workOrderId = useParam('workOrderId')
  return (
    <Loaded read={useWorkOrder(workOrderId)}>
      {(workOrder) => <Edit key={workOrderId} workOrder={workOrder} />}
    </Loaded>
  )
}

const Edit = ({ workOrder }: { workOrder: WorkOrder }) => {
  const words = useWords(workOrderWords)
  const navigate = useNavigate()
  const form = useWorkOrderForm(workOrder)
  const { actAsync: update } = useUpdateWorkOrder()
  // The version the form was filled from, not that of a colleague's change which the live stream brought since.
  const version = useRef(workOrder.version)
  const back = `/work-orders/${workOrder.id}`
  // Made from a series: an edit may be meant for its other visits as well.
  const { data: its } = useSeriesOfWorkOrder(workOrder.id)
  const [typed, setTyped] = useState<WorkOrderOutput | null>(null)
  const saveOne = async (draft: WorkOrderOutput) => {
    const saving = update({
      params: { workOrderId: workOrder.id },
      body: { ...draft, version: version.current },
    })
    await orShowCurrent(saving, (current) => {
      version.current = current.version
      form.reset(current)
    })
    void navigate({ to: back })
  }
  return (
    <>
      <PageHeader
        title={workOrder.title}
        path={[
          { label: words.workOrders, to: '/work-orders' },
          { label: workOrder.reference, to: back },
        ]}
      />
      <Page width="reading">
        <WorkOrderForm
          id={FORM}
          form={form}
          workOrderId={workOrder.id}
          onSubmit={async (draft) => {
            if (its?.series && its.visit) setTyped(draft)
            else await saveOne(draft)
          }}
        />
        <Foot back={back} isPending={form.formState.isSubmitting} />
      </Page>
      {typed && its?.series && its.visit && (
        <SeriesScope
          series={its.series}
          visit={its.visit}
          before={workOrder}
          draft={typed}
          onClose={() => setTyped(null)}
          onThis={() => saveOne(typed)}
          onSaved={() => void navigate({ to: back })}
        />
      )}
    </>
  )
}

const Foot = ({ back, isPending }: { back: string; isPending: boolean }) => {
  const words = useWords(workOrderWords)
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
