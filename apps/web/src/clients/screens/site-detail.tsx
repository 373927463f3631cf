import type { Asset, Contact, Site } from '@regie/contract/clients'
import { Link } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { ArchiveMenu } from '../../ui/archive-menu.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useArchiveSite, useSite } from '../api.ts'
import { AssetCard } from '../parts/asset-card.tsx'
import { ContactCard } from '../parts/contact-card.tsx'
import { PositionMark } from '../parts/position-mark.tsx'
import { SiteDrawer } from '../parts/site-drawer.tsx'
import { clientWords } from '../words.ts'

type FullSite = Site & { assets: Asset[]; contacts: Contact[] }

export const SiteDetail = () => {
  const siteId = useParam('siteId')
  return <Loaded read={useSite(siteId)}>{(site) => <Sheet site={site} />}</Loaded>
}

const Sheet = ({ site }: { site: FullSite }) => {
  const words = useWords(clientWords)
  const mayWrite = useCan()('clients.write')
  const { actAsync: archive } = useArchiveSite()
  const [isEditing, setEditing] = useState(false)
  const { id, version } = site
  return (
    <>
      <PageHeader
        title={site.name}
        path={[
          { label: words.clients, to: '/clients' },
          { label: site.clientName, to: `/clients/${site.clientId}` },
        ]}
        aside={site.archivedAt && <Badge>{words.archived}</Badge>}
        actions={
          mayWrite && (
            <>
              <ArchiveMenu
                name={site.name}
                isArchived={site.archivedAt !== null}
                onArchive={(archived) =>
                  archive({ params: { siteId: id }, body: { version, archived } })
                }
              />
              <Link to="/work-orders" search={{ siteId: id } as never} className={buttonClass({})}>
                {words.workOrders}
              </Link>
              <Link
                to="/reports"
                search={{ state: 'all', siteId: id } as never}
                className={buttonClass({})}
              >
                {words.reports}
              </Link>
              <Button icon={Pencil} onPress={() => setEditing(true)}>
                {words.edit}
              </Button>
            </>
          )
        }
      />
      <Page>
        {!site.position && (
          <Note tone="warn" title={words.noPosition}>
            {words.noPositionText}
          </Note>
        )}
        <div className="grid gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <Details site={site} />
            <ContactCard clientId={site.clientId} siteId={id} contacts={site.contacts} />
          </div>
          <AssetCard siteId={id} assets={site.assets} />
        </div>
      </Page>
      {isEditing && <SiteDrawer site={site} onClose={() => setEditing(false)} />}
    </>
  )
}

const Details = ({ site }: { site: FullSite }) => {
  const words = useWords(clientWords)
  const { line, postcode, city } = site.address
  const text = (value: string) => value && <p className="whitespace-pre-wrap">{value}</p>
  return (
    <Card title={words.details}>
      <KeyValues
        items={[
          {
            label: words.client,
            value: (
              <Link to={`/clients/${site.clientId}`} className="text-accent hover:underline">
                {site.clientName}
              </Link>
            ),
          },
          {
            label: words.address,
            value: text(
              [line, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join('\n'),
            ),
          },
          { label: words.position, value: <PositionMark position={site.position} /> },
          { label: words.access, value: text(site.accessInstructions) },
          { label: words.notes, value: text(site.notes) },
          { label: words.externalId, value: site.externalId },
        ]}
      />
    </Card>
  )
}
