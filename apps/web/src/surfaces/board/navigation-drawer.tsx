import { X } from 'lucide-react'
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import { NavigationList } from './navigation-list.tsx'
import { boardWords } from './words.ts'

/** The navigation on small screens: a sheet from the left. */
export const NavigationDrawer = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const words = useWords(boardWords)
  const { organization } = useSession()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-entering:opacity-0 data-exiting:opacity-0 lg:hidden"
    >
      <Modal className="h-dvh w-64 max-w-[85vw] bg-nav text-nav-ink transition-transform duration-200 data-entering:-translate-x-8 data-exiting:-translate-x-8">
        <Dialog
          aria-label={words.mainNavigation}
          className="flex h-full flex-col gap-3 overflow-y-auto py-3 outline-none"
        >
          <div className="flex items-center justify-between px-4">
            <Wordmark />
            <Button
              aria-label={words.closeNavigation}
              onPress={onClose}
              className="grid size-9 place-items-center rounded-control hover:bg-nav-hover"
            >
              <X aria-hidden className="size-5" />
            </Button>
          </div>
          <p dir="auto" className="px-4 text-nav-ink-2 text-xs [overflow-wrap:anywhere]">
            {organization.name}
          </p>
          <NavigationList onGo={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
