import { inviteTechnician, type Technician } from '@regie/contract/workforce'
import { Send, Smartphone, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useInviteTechnician, useLinkTechnician } from '../api.ts'
import { workforceWords } from '../words.ts'

/** Whether the technician signs in, and the way to make it so. */
export const SignInCard = ({ technician }: { technician: Technician }) => {
  const words = useWords(workforceWords)
  const mayInvite = useCan()('workforce.invite')
  const { actAsync: link } = useLinkTechnician()
  const [asked, setAsked] = useState<'invite' | 'unlink' | null>(null)
  const close = () => setAsked(null)
  const isLinked = technician.memberId !== null
  return (
    <Card title={words.signIn}>
      <div className="flex flex-wrap items-center gap-3">
        <Smartphone aria-hidden className="size-5 shrink-0 text-ink-2" />
        <p className="min-w-48 flex-1">{isLinked ? words.signsIn : words.signsNotIn}</p>
        {mayInvite &&
          (isLinked ? (
            <Button size="small" icon={Unlink} onPress={() => setAsked('unlink')}>
              {words.unlink}
            </Button>
          ) : (
            <Button size="small" icon={Send} onPress={() => setAsked('invite')}>
              {words.invite}
            </Button>
          ))}
      </div>
      {asked === 'invite' && <InviteDialog technician={technician} onClose={close} />}
      <ConfirmDialog
        title={words.unlink}
        confirm={words.unlink}
        isOpen={asked === 'unlink'}
        onClose={close}
        onConfirm={() =>
          link({ params: { technicianId: technician.id }, body: { memberId: null } })
        }
      >
        <p>{words.unlinkText(technician.name)}</p>
      </ConfirmDialog>
    </Card>
  )
}

const FORM = 'invite-technician'

const InviteDialog = ({ technician, onClose }: { technician: Technician; onClose: () => void }) => {
  const words = useWords(workforceWords)
  const { actAsync: invite } = useInviteTechnician()
  const form = useForm(inviteTechnician.body, { email: technician.email })
  return (
    <Dialog
      title={words.inviteTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            type="submit"
            form={FORM}
            tone="primary"
            icon={Send}
            isPending={form.formState.isSubmitting}
          >
            {words.send}
          </Button>
        </>
      }
    >
      <Form
        form={form}
        id={FORM}
        onSubmit={async (body) => {
          await invite({ params: { technicianId: technician.id }, body })
          showToast({ tone: 'good', title: words.invited(body.email) })
          onClose()
        }}
      >
        <p className="text-ink-2">{words.inviteText(technician.name)}</p>
        <FormField form={form} name="email">
          {(bind) => <TextField label={words.email} type="email" autoFocus {...bind} />}
        </FormField>
      </Form>
    </Dialog>
  )
}
