import type { Client } from '@regie/contract/clients'
import { phoneText } from '@regie/contract/phone'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { clientWords } from '../words.ts'

export const ClientTable = ({ pages, empty }: { pages: Pages<Client>; empty: ReactNode }) => {
  const words = useWords(clientWords)
  const navigate = useNavigate()
  const columns: Column<Client>[] = [
    {
      id: 'name',
      header: words.name,
      cell: (client) => (
        <RowLink to={`/clients/${client.id}`} detail={client.externalId}>
          {client.name}
        </RowLink>
      ),
    },
    { id: 'kind', header: words.kind, from: 'md', cell: ({ kind }) => words.kinds[kind] },
    {
      id: 'phone',
      header: words.phone,
      from: 'lg',
      cell: ({ phone }) => phoneText(phone) || <Dash />,
    },
    { id: 'email', header: words.email, from: 'xl', cell: ({ email }) => email || <Dash /> },
    {
      id: 'sites',
      header: words.sites,
      align: 'end',
      width: '7rem',
      cell: ({ siteCount }) => siteCount,
    },
  ]
  return (
    <Table
      label={words.clients}
      pages={pages}
      columns={columns}
      rowKey={({ id }) => id}
      empty={empty}
      onOpen={({ id }) => void navigate({ to: `/clients/${id}` })}
    />
  )
}

const Dash = () => <span className="text-ink-3">—</span>
