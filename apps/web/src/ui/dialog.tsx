import { clsx } from 'clsx'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../lib/language.tsx'
import { IconButton } from './icon-button.tsx'
import { overlayWords } from './words.ts'

type Props = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons at the foot; they stay in sight while the content scrolls. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'medium' | 'wide'
  /** For alerts: pressing outside does nothing. */
  readonly isModalOnly?: boolean
  readonly role?: 'dialog' | 'alertdialog'
}

const widths = { narrow: 'sm:max-w-md', medium: 'sm:max-w-xl', wide: 'sm:max-w-4xl' } as const

/** A question in the middle of the screen; on a phone it rises from the bottom. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  children,
  actions,
  width = 'narrow',
  isModalOnly = false,
  role = 'dialog',
}: Props) => {
  const words = useWords(overlayWords)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isModalOnly}
      className="fixed inset-0 z-40 flex items-end justify-center bg-veil transition-opacity duration-150 data-entering:opacity-0 data-exiting:opacity-0 sm:items-center sm:p-6"
    >
      <Modal
        className={clsx(
          'flex max-h-[92dvh] w-full flex-col rounded-t-card border border-line bg-raised text-ink shadow-raised sm:rounded-card',
          widths[width],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-center justify-between gap-4 py-2.5 pr-2.5 pl-5">
            <Heading slot="title" className="font-semibold text-base">
              {title}
            </Heading>
            <IconButton icon={X} label={words.close} onPress={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3 field:flex-col-reverse">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
