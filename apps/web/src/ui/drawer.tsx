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
  readonly actions?: ReactNode
  readonly width?: 'medium' | 'wide'
}

/** A sheet from the right for forms and details that want height; the list behind stays in place. */
export const Drawer = ({ title, isOpen, onClose, children, actions, width = 'medium' }: Props) => {
  const words = useWords(overlayWords)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex justify-end bg-veil transition-opacity duration-150 data-entering:opacity-0 data-exiting:opacity-0"
    >
      <Modal
        className={clsx(
          'h-dvh w-full border-line border-l bg-raised text-ink shadow-raised transition-transform duration-200 data-entering:translate-x-8 data-exiting:translate-x-8',
          width === 'wide' ? 'max-w-3xl' : 'max-w-lg',
        )}
      >
        <AriaDialog className="flex h-full flex-col outline-none">
          <header className="flex items-center justify-between gap-4 border-line border-b py-2.5 pr-2.5 pl-5">
            <Heading slot="title" className="min-w-0 truncate font-semibold text-base">
              {title}
            </Heading>
            <IconButton icon={X} label={words.close} onPress={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
