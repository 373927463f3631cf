import { inLanguage } from '@regie/contract/form-answers'
import { type FormLine, formPack, trade } from '@regie/contract/forms'
import { Link, useNavigate } from '@tanstack/react-router'
import { ClipboardList, Plus, SearchX } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { showProblem } from '../../ui/toast-queue.ts'
import { useForms, useInstallPack } from '../forms/api.ts'
import { formWords } from '../forms/words.ts'

const filterSchema = z.object({ search: z.string().optional(), trade: trade.optional() })

export const FormTab = () => {
  const words = useWords(formWords)
  const navigate = useNavigate()
  const mayWrite = useCan()('catalog.write')
  const [filters, setFilters] = useAddressState(filterSchema)
  const columns = useColumns()
  const pages = useForms(filters)
  return (
    <>
      <FilterBar>
        <SearchField
          label={words.search}
          value={filters.search ?? ''}
          onChange={(search) => setFilters({ search })}
        />
        {mayWrite && <InstallMenu />}
        {mayWrite && (
          <Link to="/catalog/forms/new" className={`${buttonClass({ tone: 'primary' })} ml-auto`}>
            <Plus aria-hidden className="size-4" />
            {words.newForm}
          </Link>
        )}
      </FilterBar>
      <Table
        label={words.forms}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/catalog/forms/${id}` })}
        empty={
          filters.search ? (
            <EmptyState icon={SearchX} title={words.noMatch} />
          ) : (
            <EmptyState icon={ClipboardList} title={words.noForms} text={words.noFormsText} />
          )
        }
      />
    </>
  )
}

const InstallMenu = () => {
  const words = useWords(formWords)
  const navigate = useNavigate()
  const { actAsync } = useInstallPack()
  return (
    <Select
      label={words.install}
      isLabelHidden
      placeholder={words.install}
      className="min-w-44"
      value={null}
      options={formPack.options.map((id) => ({ id, label: words.packs[id] }))}
      onChange={(pack) =>
        void actAsync({ body: { pack } }).then(
          ({ id }) => navigate({ to: `/catalog/forms/${id}` }),
          showProblem,
        )
      }
    />
  )
}

const useColumns = (): Column<FormLine>[] => {
  const words = useWords(formWords)
  const { language } = useLanguage()
  const clock = useClock()
  return [
    {
      id: 'title',
      header: words.title,
      isMain: true,
      cell: ({ id, title }) => (
        <RowLink to={`/catalog/forms/${id}`}>{inLanguage(title, language)}</RowLink>
      ),
    },
    {
      id: 'trade',
      header: words.trade,
      width: '10rem',
      cell: (form) => <Badge>{words.packs[form.trade]}</Badge>,
    },
    {
      id: 'fields',
      header: words.fields,
      width: '6rem',
      align: 'end',
      from: 'md',
      cell: ({ fieldCount }) => fieldCount,
    },
    {
      id: 'number',
      header: words.version,
      width: '6rem',
      align: 'end',
      cell: ({ number }) => number,
    },
    {
      id: 'saved',
      header: words.saved,
      width: '10rem',
      from: 'md',
      cell: ({ savedAt }) => clock.dateAt(savedAt),
    },
    { id: 'by', header: words.by, width: '12rem', from: 'lg', cell: ({ savedBy }) => savedBy },
  ]
}
