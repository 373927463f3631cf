import type { Site } from '@regie/contract/clients'
import { useNavigate } from '@tanstack/react-router'
import { MapPinOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { Badge } from '../../ui/badge.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { clientWords } from '../words.ts'

type Props = {
  readonly pages: Pages<Site>
  readonly empty: ReactNode
  /** On a client's own page its name would repeat on every line. */
  readonly isOfOneClient?: boolean
}

export const SiteTable = ({ pages, empty, isOfOneClient = false }: Props) => {
  const words = useWords(clientWords)
  const navigate = useNavigate()
  const columns: Column<Site>[] = [
    {
      id: 'name',
      header: words.name,
      cell: (site) => (
        <RowLink
          to={`/sites/${site.id}`}
          detail={isOfOneClient ? undefined : <span>{site.clientName}</span>}
        >
          {site.name}
        </RowLink>
      ),
    },
    {
      id: 'address',
      header: words.address,
      from: 'md',
      cell: ({ address }) => (
        <span className="block truncate text-ink-2">
          {[address.line, [address.postcode, address.city].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', ') || '—'}
        </span>
      ),
    },
    {
      id: 'assets',
      header: words.assets,
      from: 'lg',
      align: 'end',
      width: '8rem',
      cell: ({ assetCount }) => assetCount || <span className="text-ink-3">—</span>,
    },
    {
      id: 'position',
      header: words.position,
      isHeaderHidden: true,
      width: '9rem',
      cell: ({ position }) =>
        !position && (
          <Badge tone="warn" icon={MapPinOff}>
            {words.noPosition}
          </Badge>
        ),
    },
  ]
  return (
    <Table
      label={words.sites}
      pages={pages}
      columns={columns}
      rowKey={({ id }) => id}
      empty={empty}
      onOpen={({ id }) => void navigate({ to: `/sites/${id}` })}
    />
  )
}
