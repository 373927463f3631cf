// The palette is loaded when it is first asked for: it would weigh on every start.
import { useNavigate } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { CommandPalette } from '../../ui/command-palette.tsx'
import { useOffers } from '../../ui/offered-entries.ts'
import { navigation } from './navigation.ts'
import { useThingSearch } from './thing-search.ts'
import { boardWords } from './words.ts'

type Props = {
  readonly isOpen: boolean
  /** What was typed while this was loaded. */
  readonly typedBefore: RefObject<string>
  readonly onClose: () => void
}

export const Palette = ({ isOpen, typedBefore, onClose }: Props) => {
  const words = useWords(boardWords)
  const can = useCan()
  const navigate = useNavigate()
  const search = useThingSearch()
  const entries = navigation
    .flat()
    .filter(({ permission }) => permission === null || can(permission))
    .map(({ to, word, icon }) => ({
      id: to,
      label: words.navigation[word],
      kind: words.goTo,
      icon,
      run: () => void navigate({ to }),
    }))
  return (
    <CommandPalette
      isOpen={isOpen}
      onClose={onClose}
      entries={entries}
      typedBefore={typedBefore.current}
      offers={useOffers()}
      search={search}
    />
  )
}
