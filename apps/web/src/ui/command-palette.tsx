import { Search } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { useWords } from '../lib/language.tsx'
import type { Offer, PaletteEntry } from './offered-entries.ts'
import { type Load, useSearch } from './use-search.ts'
import { paletteWords } from './words.ts'

type Props = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly entries: readonly PaletteEntry[]
  /** Stands in the field when it is first opened. */
  readonly typedBefore?: string
  /** What the screen in sight can do: before everything else. */
  readonly offers?: readonly Offer[]
  /** Finds things by what is typed, beside the entries. */
  readonly search?: Load<PaletteEntry>
}

/** Everything by its name, from the keyboard (Ctrl K). */
export const CommandPalette = (props: Props) => {
  const { isOpen, onClose, entries, typedBefore = '', offers = [], search } = props
  const words = useWords(paletteWords)
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState(typedBefore)
  const { found, isLoading, isFailed } = useSearch(isOpen ? search : undefined, typed.trim())
  const offered = isOpen ? offers.flatMap((offer) => offer(typed.trim())) : []
  const shown = [...offered, ...entries.filter(({ label }) => contains(label, typed)), ...found]
  const nothing = isFailed ? words.failed : isLoading ? words.searching : words.none
  const close = () => {
    setTyped('')
    onClose()
  }
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      isDismissable
      className="fixed inset-0 z-50 flex justify-center bg-veil p-4 pt-[12vh]"
    >
      <Modal className="h-fit w-full max-w-xl overflow-hidden rounded-card border border-line bg-raised text-ink shadow-raised">
        <Dialog aria-label={words.title} className="outline-none">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField
              aria-label={words.title}
              autoFocus
              className="flex items-center gap-3 border-line border-b px-4"
            >
              <Search aria-hidden className="size-4.5 text-ink-3" />
              <Input
                placeholder={words.placeholder}
                className="h-12 flex-1 bg-transparent text-base outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              aria-label={words.title}
              items={shown}
              onAction={(key) => {
                close()
                shown.find(({ id }) => id === key)?.run()
              }}
              className="max-h-96 overflow-y-auto p-1.5 outline-none"
              renderEmptyState={() => <p className="px-3 py-6 text-center text-ink-2">{nothing}</p>}
            >
              {({ id, label, detail, kind, keys, icon: Icon }) => (
                <MenuItem
                  id={id}
                  textValue={label}
                  className="flex min-h-9 cursor-default items-center gap-3 rounded-control px-2.5 outline-none data-focused:bg-accent-soft data-focused:text-accent-ink"
                >
                  <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
                  <span className="min-w-0 flex-1 truncate">
                    {label}
                    {detail && <span className="ml-2 text-ink-2">{detail}</span>}
                  </span>
                  {keys && (
                    <kbd className="shrink-0 rounded border border-line bg-canvas px-1.5 font-sans text-ink-2 text-xs max-sm:hidden">
                      {keys}
                    </kbd>
                  )}
                  <span className="shrink-0 text-ink-2 text-xs">{kind}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
