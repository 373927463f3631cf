import { changeRole, type Member } from '@regie/contract/identity'
import { useWords } from '../../lib/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useChangeRole } from '../api.ts'
import { roleWords, teamWords } from '../words.ts'
import { useRoleOptions } from './use-role-options.ts'

const FORM = 'member-role'

export const RoleDialog = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const words = useWords(teamWords)
  const names = useWords(roleWords).names
  const options = useRoleOptions()
  const { actAsync } = useChangeRole()
  const form = useForm(changeRole.body, { version: member.version, role: member.role })
  return (
    <Dialog
      title={words.changeRoleTitle(member.name)}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form
        form={form}
        id={FORM}
        onSubmit={async (body) => {
          await actAsync({ params: { memberId: member.id }, body })
          showToast({ tone: 'good', title: words.roleChanged(member.name, names[body.role]) })
          onClose()
        }}
      >
        <FormField form={form} name="role">
          {(bind) => <Select label={words.role} options={options} {...bind} />}
        </FormField>
      </Form>
    </Dialog>
  )
}
