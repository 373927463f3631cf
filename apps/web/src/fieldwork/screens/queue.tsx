import { CloudCheck, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhoneStore, useSyncState } from '../offline/phone.tsx'
import { offlineWords } from '../offline-words.ts'
import { Back } from '../parts/back.tsx'
import { ClockNote } from '../parts/clock-note.tsx'
import { Section } from '../parts/section.tsx'
import { StoreCard } from '../parts/store-card.tsx'
import { WaitingCommand } from '../parts/waiting-command.tsx'
import { WaitingPhoto } from '../parts/waiting-photo.tsx'

/** What is not sent, what the server refused and what may be done about it, and the phone's own memory. */
export const Queue = () => {
  const words = useWords(offlineWords)
  const clock = useClock()
  const { held } = usePhoneStore()
  const { isBusy, wake } = useSyncState()
  const commands = held?.commands ?? []
  const photos = held?.photos ?? []
  const refused = commands.filter(({ state }) => state === 'refused')
  const spoiled = photos.filter(({ state }) => state === 'refused')
  const waiting = commands.filter(({ state }) => state === 'waiting')
  const aside = commands.filter(({ state, aside: why }) => state === 'delivered' && why !== null)
  const under = photos.filter(({ state }) => state === 'waiting')
  const isDone = refused.length + waiting.length + photos.length + aside.length === 0
  return (
    <div className="flex flex-col pb-8">
      <Back />
      <div className="flex flex-col gap-4 px-4">
        <header>
          <h1 className="font-bold text-2xl">{words.queue}</h1>
          <p className="text-ink-2">
            {held?.meta ? words.lastSync(clock.relative(held.meta.serverAt)) : words.neverSynced}
          </p>
        </header>
        <ClockNote />
        <Button icon={RefreshCw} isPending={isBusy} onPress={wake}>
          {words.sendNow}
        </Button>
        {isDone && <EmptyState icon={CloudCheck} title={words.allSent} text={words.allSentText} />}
        <List title={words.toRepair} isShown={refused.length + spoiled.length > 0}>
          {refused.map((one) => (
            <WaitingCommand key={one.id} queued={one} />
          ))}
          {spoiled.map((one) => (
            <WaitingPhoto key={one.id} photo={one} />
          ))}
        </List>
        <List title={words.toOffice} isShown={aside.length > 0}>
          {aside.map((one) => (
            <WaitingCommand key={one.id} queued={one} />
          ))}
        </List>
        <List title={words.waiting} isShown={waiting.length > 0}>
          {waiting.map((one) => (
            <WaitingCommand key={one.id} queued={one} />
          ))}
        </List>
        <List title={words.photosWaiting} isShown={under.length > 0}>
          {under.map((one) => (
            <WaitingPhoto key={one.id} photo={one} />
          ))}
        </List>
        <StoreCard />
      </div>
    </div>
  )
}

type ListProps = { readonly title: string; readonly isShown: boolean; readonly children: ReactNode }

const List = ({ title, isShown, children }: ListProps) =>
  isShown && <Section title={title}>{children}</Section>
