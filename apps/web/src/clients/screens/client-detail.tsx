import type { Client, Contact } from '@regie/contract/clients'
import { phoneText } from '@regie/contract/phone'
import { Link, useNavigate } from '@tanstack/react-router'
import { MapPin, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { ArchiveMenu } from '../../ui/archive-menu.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useArchiveClient, useClient, useSites } from '../api.ts'
import { ClientDrawer } from '../parts/client-drawer.tsx'
import { ContactCard } from '../parts/contact-card.tsx'
import { SiteDrawer } from '../parts/site-drawer.tsx'
import { SiteTable } from '../parts/site-table.tsx'
import { clientWords } from '../words.ts'

export const ClientDetail = () => {
  const clientId = useParam('clientId')
  return <Loaded read={useClient(clientId)}>{(client) => <Sheet client={client} />}</Loaded>
}

const Sheet = ({ client }: { client: Client & { contacts: Contact[] } }) => {
  const words = useWords(clientWords)
  const can = useCan()
  const mayWrite = can('clients.write')
  const { actAsync: archive } = useArchiveClient()
  const [isEditing, setEditing] = useState(false)
  const { id, version } = client
  return (
    <>
      <PageHeader
        title={client.name}
        path={[{ label: words.clients, to: '/clients' }]}
        aside={client.archivedAt && <Badge>{words.archived}</Badge>}
        actions={
          <>
            {mayWrite && (
              <ArchiveMenu
                name={client.name}
                isArchived={client.archivedAt !== null}
                onArchive={(archived) =>
                  archive({ params: { clientId: id }, body: { version, archived } })
                }
              />
            )}
            {can('reports.read') && (
              <Link
                to="/reports"
                search={{ state: 'all', clientId: id } as never}
                className={buttonClass({})}
              >
                {words.reports}
              </Link>
            )}
            {mayWrite && (
              <Button icon={Pencil} onPress={() => setEditing(true)}>
                {words.edit}
              </Button>
            )}
          </>
        }
      />
      <Page>
        <div className="grid gap-4 lg:grid-cols-2">
          <Card title={words.details}>
            <KeyValues
              items={[
                { label: words.kind, value: words.kinds[client.kind] },
                { label: words.siret, value: client.siret },
                { label: words.phone, value: phoneText(client.phone) },
                { label: words.email, value: client.email },
                {
                  label: words.language,
                  value: client.language ? words.languages[client.language] : words.ownLanguage,
                },
                { label: words.externalId, value: client.externalId },
                {
                  label: words.notes,
                  value: client.notes && <p className="whitespace-pre-wrap">{client.notes}</p>,
                },
              ]}
            />
          </Card>
          <ContactCard clientId={id} siteId={null} contacts={client.contacts} />
        </div>
        <Sites clientId={id} />
      </Page>
      {isEditing && <ClientDrawer client={client} onClose={() => setEditing(false)} />}
    </>
  )
}

const Sites = ({ clientId }: { clientId: string }) => {
  const words = useWords(clientWords)
  const navigate = useNavigate()
  const mayWrite = useCan()('clients.write')
  const [isAdding, setAdding] = useState(false)
  const pages = useSites({ clientId })
  return (
    <Card
      title={words.sites}
      isFlush
      actions={
        mayWrite && (
          <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
            {words.newSite}
          </Button>
        )
      }
    >
      <SiteTable
        isOfOneClient
        pages={pages}
        empty={<EmptyState icon={MapPin} title={words.noSites} text={words.noSitesText} />}
      />
      {isAdding && (
        <SiteDrawer
          clientId={clientId}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate({ to: `/sites/${id}` })}
        />
      )}
    </Card>
  )
}
