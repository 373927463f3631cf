import { BellRing, MessageSquareText, SlidersHorizontal } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { MessageLog } from '../parts/message-log.tsx'
import { NotificationSettingsTab } from '../parts/settings-form.tsx'
import { TemplateTab } from '../parts/template-form.tsx'
import { notificationWords } from '../words.ts'

const viewSchema = z.object({ view: z.enum(['log', 'settings', 'texts']).optional() })

export const Notifications = () => {
  const words = useWords(notificationWords)
  const [{ view = 'log' }, setView] = useAddressState(viewSchema)
  return (
    <>
      <PageHeader title={words.title} description={words.description} />
      <Tabs
        label={words.title}
        value={view}
        onChange={(id) => setView({ view: id === 'log' ? undefined : (id as 'settings') })}
        tabs={[
          { id: 'log', label: words.log, icon: BellRing, content: <MessageLog /> },
          {
            id: 'settings',
            label: words.settings,
            icon: SlidersHorizontal,
            content: <NotificationSettingsTab />,
          },
          { id: 'texts', label: words.texts, icon: MessageSquareText, content: <TemplateTab /> },
        ]}
      />
    </>
  )
}
