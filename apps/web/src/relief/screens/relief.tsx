import type { ReliefRequest } from '@regie/contract/relief'
import { ArrowLeftRight, Gauge, History, SlidersHorizontal } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useRequests } from '../api.ts'
import { EmergencyDialog } from '../parts/emergency-dialog.tsx'
import { FiguresTab } from '../parts/figures-tab.tsx'
import { ReplaceDrawer } from '../parts/replace-drawer.tsx'
import { RequestDrawer } from '../parts/request-drawer.tsx'
import { RequestRow } from '../parts/request-row.tsx'
import { ReliefSettingsTab } from '../parts/settings-form.tsx'
import { reliefWords } from '../words.ts'

const viewSchema = z.object({
  view: z.enum(['open', 'ended', 'figures', 'settings']).optional(),
  request: z.string().optional(),
  /** A work order that cannot wait: asked about before anybody is called. */
  emergency: z.string().optional(),
  /** An assignment for which somebody else is wanted. */
  replace: z.string().optional(),
})

/** Swaps, replacements and emergencies: who is asked, who answered, who takes over. */
export const Relief = () => {
  const words = useWords(reliefWords)
  const [{ view = 'open', request, emergency, replace }, setView] = useAddressState(viewSchema)
  const open = (id: string | undefined) => setView({ request: id })
  return (
    <>
      <PageHeader title={words.title} description={words.description} />
      <Tabs
        label={words.title}
        value={view}
        onChange={(id) => setView({ view: id === 'open' ? undefined : (id as 'ended') })}
        tabs={[
          {
            id: 'open',
            label: words.open,
            icon: ArrowLeftRight,
            content: <Requests key="open" isOpen onOpen={open} />,
          },
          {
            id: 'ended',
            label: words.ended,
            icon: History,
            content: <Requests key="ended" isOpen={false} onOpen={open} />,
          },
          {
            id: 'figures',
            label: words.figures,
            icon: Gauge,
            content: <FiguresTab />,
          },
          {
            id: 'settings',
            label: words.settings,
            icon: SlidersHorizontal,
            content: <ReliefSettingsTab />,
          },
        ]}
      />
      {emergency && (
        <EmergencyDialog
          workOrderId={emergency}
          onClose={() => setView({ emergency: undefined })}
          onStarted={(id) => setView({ emergency: undefined, request: id })}
        />
      )}
      {replace && (
        <ReplaceDrawer
          assignmentId={replace}
          onClose={() => setView({ replace: undefined })}
          onSought={(id) => setView({ replace: undefined, request: id })}
        />
      )}
      {request && <RequestDrawer requestId={request} onClose={() => open(undefined)} />}
    </>
  )
}

type Props = { readonly isOpen: boolean; readonly onOpen: (id: string) => void }

const ends = new Set<ReliefRequest['state']>(['settled', 'refused', 'expired', 'cancelled'])

const Requests = ({ isOpen, onOpen }: Props) => {
  const words = useWords(reliefWords)
  const read = useRequests(isOpen)
  return (
    <Page width="reading">
      <div className="pt-4">
        <Loaded read={read}>
          {(requests) => {
            const shown = isOpen ? requests : requests.filter(({ state }) => ends.has(state))
            if (shown.length === 0)
              return (
                <EmptyState
                  icon={ArrowLeftRight}
                  title={isOpen ? words.none : words.noneEnded}
                  text={words.noneText}
                />
              )
            return (
              <ul className="overflow-hidden rounded-card border border-line bg-surface">
                {shown.map((request) => (
                  <li key={request.id} className="border-line border-b last:border-b-0">
                    <RequestRow request={request} onOpen={() => onOpen(request.id)} />
                  </li>
                ))}
              </ul>
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}
