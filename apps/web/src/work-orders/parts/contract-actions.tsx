import type { Contract } from '@regie/contract/contracts'
import { CirclePause, CirclePlay, CircleStop, Ellipsis, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showProblem } from '../../ui/toast-queue.ts'
import { useEndContract, usePauseContract, useResumeContract } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'
import { ContractDrawer } from './contract-drawer.tsx'

/** Edit, and behind the menu: pause, take up again, end. */
export const ContractActions = ({ contract }: { readonly contract: Contract }) => {
  const words = useWords(seriesWords)
  const [opened, setOpened] = useState<'edit' | 'pause' | 'end' | null>(null)
  const { actAsync: resume } = useResumeContract()
  const close = () => setOpened(null)
  const { id, version, state } = contract
  return (
    <>
      {state !== 'ended' && (
        <Menu label={words.more} trigger={<IconButton icon={Ellipsis} label={words.more} />}>
          {contract.pausedFrom === null ? (
            <MenuItem icon={CirclePause} onAction={() => setOpened('pause')}>
              {words.pause}
            </MenuItem>
          ) : (
            <MenuItem
              icon={CirclePlay}
              onAction={() =>
                void resume({ params: { contractId: id }, body: { version } }).catch(showProblem)
              }
            >
              {words.resume}
            </MenuItem>
          )}
          <MenuItem icon={CircleStop} tone="danger" onAction={() => setOpened('end')}>
            {words.end}
          </MenuItem>
        </Menu>
      )}
      <Button icon={Pencil} onPress={() => setOpened('edit')}>
        {words.edit}
      </Button>
      {opened === 'edit' && <ContractDrawer contract={contract} onClose={close} />}
      {opened === 'pause' && <PauseDialog contract={contract} onClose={close} />}
      {opened === 'end' && <EndDialog contract={contract} onClose={close} />}
    </>
  )
}

type Props = { readonly contract: Contract; readonly onClose: () => void }

const PauseDialog = ({ contract: { id, version }, onClose }: Props) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const [from, setFrom] = useState<string | null>(clock.today())
  const [until, setUntil] = useState<string | null>(null)
  const { actAsync: pause } = usePauseContract()
  return (
    <ConfirmDialog
      title={words.pauseTitle}
      confirm={words.pause}
      tone="primary"
      isOpen
      onClose={onClose}
      onConfirm={() =>
        pause({ params: { contractId: id }, body: { version, from: from ?? '', until } })
      }
    >
      <p>{words.pauseText}</p>
      <div className="grid grid-cols-2 gap-3">
        <DateField label={words.from} value={from} onChange={setFrom} />
        <DateField
          label={words.until}
          description={words.untilHelp}
          isOptional
          value={until}
          onChange={setUntil}
        />
      </div>
    </ConfirmDialog>
  )
}

const EndDialog = ({ contract: { id, version }, onClose }: Props) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const [on, setOn] = useState<string | null>(clock.today())
  const [reason, setReason] = useState('')
  const { actAsync: end } = useEndContract()
  return (
    <ConfirmDialog
      title={words.endTitle}
      confirm={words.end}
      isOpen
      onClose={onClose}
      onConfirm={() => end({ params: { contractId: id }, body: { version, on: on ?? '', reason } })}
    >
      <p>{words.endText}</p>
      <DateField label={words.on} value={on} onChange={setOn} />
      <TextField label={words.reason} isOptional value={reason} onChange={setReason} />
    </ConfirmDialog>
  )
}
