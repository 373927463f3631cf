import { invite } from '@regie/contract/identity'
import { Send } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useInvite } from '../api.ts'
import { teamWords } from '../words.ts'
import { useRoleOptions } from './use-role-options.ts'

const FORM = 'invite-member'

export const InviteDialog = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const words = useWords(teamWords)
  const options = useRoleOptions()
  const { actAsync } = useInvite()
  const form = useForm(invite.body, { email: '', role: 'planner', name: '' })
  const close = () => {
    form.reset()
    onClose()
  }
  return (
    <Dialog
      title={words.inviteTitle}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{words.cancel}</Button>
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
          await actAsync({ body })
          showToast({ tone: 'good', title: words.sent(body.email) })
          close()
        }}
      >
        <p className="text-ink-2">{words.inviteText}</p>
        <FormField form={form} name="email">
          {(bind) => (
            <TextField label={words.email} type="email" autoComplete="off" autoFocus {...bind} />
          )}
        </FormField>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} isOptional {...bind} />}
        </FormField>
        <FormField form={form} name="role">
          {(bind) => <Select label={words.role} options={options} {...bind} />}
        </FormField>
      </Form>
    </Dialog>
  )
}
