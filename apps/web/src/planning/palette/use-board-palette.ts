// The board in the palette (Ctrl K): what is selected first, then where to go, then everything the board can do.
import { useOffer } from '../../ui/offered-entries.ts'
import type { Screen } from '../use-screen-keys.ts'
import { fitting } from './fitting.ts'
import { useBoardEntries } from './use-board-entries.ts'
import { usePlaces } from './use-places.ts'
import { useSelectedEntries } from './use-selected-entries.ts'

export const useBoardPalette = (screen: Screen & { readonly split: () => void }): void => {
  const selected = useSelectedEntries(screen.split)
  const board = useBoardEntries(screen)
  const places = usePlaces()
  useOffer((typed) => [...fitting(selected, typed), ...places(typed), ...fitting(board, typed)])
}
