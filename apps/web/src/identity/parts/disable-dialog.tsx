import type { Member } from '@regie/contract/identity'
import { useWords } from '../../lib/language.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useDisableMember } from '../api.ts'
import { teamWords } from '../words.ts'

export const DisableDialog = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const words = useWords(teamWords)
  const { actAsync } = useDisableMember()
  return (
    <ConfirmDialog
      title={words.disableTitle(member.name)}
      isOpen
      onClose={onClose}
      confirm={words.disableConfirm}
      onConfirm={() =>
        actAsync({ params: { memberId: member.id }, body: { version: member.version } })
      }
    >
      <p>{words.disableText}</p>
    </ConfirmDialog>
  )
}
