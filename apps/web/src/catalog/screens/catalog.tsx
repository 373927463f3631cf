import { ClipboardList, Flag, LayoutTemplate, Package, ShieldCheck, Wrench } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { formWords } from '../forms/words.ts'
import { partWords } from '../part-words.ts'
import { FormTab } from '../parts/form-tab.tsx'
import { KindTab } from '../parts/kind-tab.tsx'
import { PartTab } from '../parts/part-tab.tsx'
import { PriorityTab } from '../parts/priority-tab.tsx'
import { SkillTab } from '../parts/skill-tab.tsx'
import { TemplateTab } from '../parts/template-tab.tsx'
import { catalogWords } from '../words.ts'

const tab = z.enum(['templates', 'forms', 'parts', 'priorities', 'skills', 'kinds'])
const addressSchema = z.object({ tab: tab.optional() })

export const Catalog = () => {
  const words = useWords(catalogWords)
  const forms = useWords(formWords)
  const parts = useWords(partWords)
  const [{ tab: shown }, setAddress] = useAddressState(addressSchema)
  return (
    <>
      <PageHeader title={words.catalog} />
      <Page>
        <Card isFlush>
          <Tabs
            label={words.catalog}
            value={shown ?? 'templates'}
            onChange={(id) => setAddress({ tab: tab.parse(id) })}
            tabs={[
              {
                id: 'templates',
                label: words.templates,
                icon: LayoutTemplate,
                content: <TemplateTab />,
              },
              { id: 'forms', label: forms.forms, icon: ClipboardList, content: <FormTab /> },
              { id: 'parts', label: parts.parts, icon: Package, content: <PartTab /> },
              { id: 'priorities', label: words.priorities, icon: Flag, content: <PriorityTab /> },
              { id: 'skills', label: words.skills, icon: Wrench, content: <SkillTab /> },
              { id: 'kinds', label: words.kinds, icon: ShieldCheck, content: <KindTab /> },
            ]}
          />
        </Card>
      </Page>
    </>
  )
}
