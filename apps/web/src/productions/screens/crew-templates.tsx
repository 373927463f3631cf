import type { CrewTemplate } from '@regie/contract/productions'
import { Pencil, Plus, Users } from 'lucide-react'
import { useState } from 'react'
import { useEquipment } from '../../equipment/index.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { ArchiveMenu } from '../../ui/archive-menu.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useAdoptPack, useCrewPacks, useCrewTemplates, useTemplateActs } from '../api.ts'
import { CrewTemplateDrawer } from '../parts/crew-template-drawer.tsx'
import { productionWords } from '../words.ts'

type Editing = { readonly template: CrewTemplate | null }

export const CrewTemplates = () => {
  const words = useWords(productionWords)
  const mayWrite = useCan()('productions.write')
  const [editing, setEditing] = useState<Editing | null>(null)
  const templates = useCrewTemplates()
  return (
    <>
      <PageHeader
        title={words.templates}
        description={words.templatesText}
        path={[{ label: words.projects, to: '/projects' }]}
        actions={
          mayWrite && (
            <Button tone="primary" icon={Plus} onPress={() => setEditing({ template: null })}>
              {words.newTemplate}
            </Button>
          )
        }
      />
      <Page>
        <Card isFlush>
          <Loaded read={templates}>
            {(all) =>
              all.length === 0 ? (
                <EmptyState icon={Users} title={words.noTemplates} text={words.noTemplatesText} />
              ) : (
                <ul>
                  {all.map((template) => (
                    <TemplateRow
                      key={template.id}
                      template={template}
                      onEdit={mayWrite ? () => setEditing({ template }) : undefined}
                    />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </Card>
        {mayWrite && <Packs />}
      </Page>
      {editing && <CrewTemplateDrawer {...editing} onClose={() => setEditing(null)} />}
    </>
  )
}

const TemplateRow = (props: {
  readonly template: CrewTemplate
  readonly onEdit: (() => void) | undefined
}) => {
  const words = useWords(productionWords)
  const { archive } = useTemplateActs()
  const { id, version, name, lines, equipment } = props.template
  const { data: items } = useEquipment(false)
  const asked = equipment.flatMap(({ equipmentId, quantity }) => {
    const item = items?.find((one) => one.id === equipmentId)
    return item ? [`${quantity} × ${item.name}`] : []
  })
  return (
    <li className="flex items-center gap-2 border-line border-t px-4 py-2.5 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate font-medium">
          {name}
        </p>
        <p className="text-ink-2 text-xs">
          {[...lines.map(({ label, headcount }) => `${headcount} × ${label}`), ...asked].join(', ')}
        </p>
      </div>
      {props.onEdit && (
        <>
          <IconButton
            icon={Pencil}
            label={`${words.editTemplate} : ${name}`}
            onPress={props.onEdit}
          />
          <ArchiveMenu
            name={name}
            isArchived={false}
            onArchive={(archived) =>
              archive({ params: { templateId: id }, body: { version, archived } })
            }
          />
        </>
      )}
    </li>
  )
}

const Packs = () => {
  const words = useWords(productionWords)
  const { actAsync: adopt } = useAdoptPack()
  const take = (key: string) =>
    adopt({ params: { key } }).then(
      ({ name }) => showToast({ tone: 'good', title: words.adopted(name) }),
      showProblem,
    )
  return (
    <Card title={words.packs} isFlush>
      <Loaded read={useCrewPacks()}>
        {(packs) => (
          <ul>
            {packs.map(({ key, name, lines }) => (
              <li key={key} className="flex items-center gap-2 border-line border-t px-4 py-2.5">
                <div className="min-w-0 flex-1">
                  <p className="truncate font-medium">{name}</p>
                  <p className="text-ink-2 text-xs">
                    {lines.map(({ role, headcount }) => `${headcount} × ${role}`).join(', ')}
                  </p>
                </div>
                <Button size="small" onPress={() => void take(key)}>
                  {words.adopt}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
