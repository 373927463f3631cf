import type { PermissionRow } from '@regie/contract/identity'
import { Check, Minus, ShieldCheck } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { usePermissionTable } from '../api.ts'
import { settingsWords } from '../settings-words.ts'
import { roles, roleWords } from '../words.ts'

/** Who may do what, in one table that people can read. */
export const PermissionTable = () => {
  const words = useWords(settingsWords)
  const names = useWords(roleWords).names
  const { language } = useLanguage()
  const { data, error, refetch } = usePermissionTable()
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />
  const columns: readonly Column<PermissionRow>[] = [
    {
      id: 'permission',
      header: words.permission,
      cell: (row) => (
        <span className="block min-w-48" title={row.permission}>
          {row[language]}
        </span>
      ),
    },
    ...roles.map((role) => ({
      id: role,
      header: names[role],
      width: '7.5rem',
      cell: (row: PermissionRow) => {
        const isGranted = row.roles.includes(role)
        const Icon = isGranted ? Check : Minus
        return (
          <span className={isGranted ? 'text-good' : 'text-ink-3'}>
            <Icon aria-hidden className="size-4" strokeWidth={isGranted ? 2.5 : 1.5} />
            <span className="sr-only">{isGranted ? words.granted : words.refused}</span>
          </span>
        )
      },
    })),
  ]
  return (
    <Page>
      <p className="pt-4 text-ink-2">{words.permissionsText}</p>
      <Card isFlush>
        {data ? (
          <Table
            label={words.permissions}
            isScrolled
            columns={columns}
            rows={data.items}
            rowKey={({ permission }) => permission}
            empty={<EmptyState icon={ShieldCheck} title="—" />}
          />
        ) : (
          <Skeleton className="m-4 h-40" />
        )}
      </Card>
    </Page>
  )
}
