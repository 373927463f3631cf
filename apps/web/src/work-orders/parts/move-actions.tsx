import type { WorkOrder, WorkOrderStatus } from '@regie/contract/work-orders'
import { Ban, CheckCheck, Ellipsis, Lock, type LucideIcon, RotateCcw, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useMoves } from '../api.ts'
import { workOrderWords } from '../words.ts'

type Move = keyof ReturnType<typeof useMoves>

const moves: Readonly<
  Record<Move, { from: readonly WorkOrderStatus[]; permission: string; icon: LucideIcon }>
> = {
  qualify: { from: ['requested'], permission: 'work-orders.write', icon: ThumbsUp },
  validate: { from: ['done'], permission: 'work-orders.validate', icon: CheckCheck },
  close: { from: ['validated'], permission: 'work-orders.close', icon: Lock },
  reopen: { from: ['done', 'cancelled'], permission: 'work-orders.write', icon: RotateCcw },
  cancel: {
    from: ['requested', 'qualified', 'planned', 'in_progress'],
    permission: 'work-orders.write',
    icon: Ban,
  },
}

/** The ways on from the present state: the next one as a button, the others behind a menu. */
export const MoveActions = ({ workOrder }: { workOrder: WorkOrder }) => {
  const words = useWords(workOrderWords)
  const can = useCan()
  const act = useMoves()
  const [asked, setAsked] = useState<'cancel' | 'close' | null>(null)
  const [reason, setReason] = useState('')
  const open = (Object.keys(moves) as Move[]).filter(
    (move) => moves[move].from.includes(workOrder.status) && can(moves[move].permission),
  )
  const main = open.find((move) => move !== 'cancel' && move !== 'reopen')
  const others = open.filter((move) => move !== main)
  const send = async (move: Move, why = '') => {
    const params = { workOrderId: workOrder.id }
    const moved = await act[move]({ params, body: { version: workOrder.version, reason: why } })
    showToast({ tone: 'good', title: words.moved(moved.reference, words.statuses[moved.status]) })
  }
  const press = (move: Move) =>
    move === 'cancel' || move === 'close' ? setAsked(move) : void send(move).catch(showProblem)
  return (
    <>
      {others.length > 0 && (
        <Menu label={words.more} trigger={<IconButton icon={Ellipsis} label={words.more} />}>
          {others.map((move) => (
            <MenuItem
              key={move}
              icon={moves[move].icon}
              tone={move === 'cancel' ? 'danger' : 'plain'}
              onAction={() => press(move)}
            >
              {words.moves[move]}
            </MenuItem>
          ))}
        </Menu>
      )}
      {main && (
        <Button icon={moves[main].icon} onPress={() => press(main)}>
          {words.moves[main]}
        </Button>
      )}
      <ConfirmDialog
        title={words.moves.cancel}
        confirm={words.moves.cancel}
        isOpen={asked === 'cancel'}
        onClose={() => setAsked(null)}
        onConfirm={() => send('cancel', reason)}
      >
        <p>{words.cancelText}</p>
        <TextField label={words.reason} isOptional value={reason} onChange={setReason} />
      </ConfirmDialog>
      <ConfirmDialog
        title={words.moves.close}
        confirm={words.moves.close}
        tone="primary"
        isOpen={asked === 'close'}
        onClose={() => setAsked(null)}
        onConfirm={() => send('close')}
      >
        <p>{words.closeText}</p>
      </ConfirmDialog>
    </>
  )
}
