import { Handshake, MessageCircleReply, SlidersHorizontal, Star } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useAnswers } from '../api.ts'
import { AnswersTab } from '../parts/answers-tab.tsx'
import { PortalSettingsTab } from '../parts/portal-settings.tsx'
import { PromisesTab } from '../parts/promises-tab.tsx'
import { portalWords } from '../words.ts'

const views = z.enum(['waiting', 'promises', 'opinions', 'settings'])
const schema = z.object({ view: views.optional() })

/** Who waits for us, what was promised, what they think. */
export const ClientsWord = () => {
  const words = useWords(portalWords)
  const [{ view = 'waiting' }, setView] = useAddressState(schema)
  const waiting = useAnswers({ waits: true })
  const { search } = words
  return (
    <>
      <PageHeader title={words.title} description={words.description} />
      <Tabs
        label={words.title}
        value={view}
        onChange={(id) => setView({ view: id === 'waiting' ? undefined : views.parse(id) })}
        tabs={[
          {
            ...{ id: 'waiting', label: words.waiting, icon: MessageCircleReply },
            count: waiting.total ?? 0,
            content: (
              <AnswersTab
                filter={{ waits: true }}
                words={{ search, none: words.none, noneText: words.noneText }}
              />
            ),
          },
          {
            ...{ id: 'promises', label: words.promises, icon: Handshake },
            content: <PromisesTab />,
          },
          {
            ...{ id: 'opinions', label: words.opinions, icon: Star },
            content: (
              <AnswersTab
                filter={{ kind: 'rated' }}
                words={{ search, none: words.noOpinions, noneText: words.noOpinionsText }}
              />
            ),
          },
          {
            ...{ id: 'settings', label: words.settings, icon: SlidersHorizontal },
            content: <PortalSettingsTab />,
          },
        ]}
      />
    </>
  )
}
