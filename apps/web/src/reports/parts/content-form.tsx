import type { ContentRow, ContentForm as Form } from '@regie/contract/report-content'
import { clsx } from 'clsx'
import { useWords } from '../../lib/language.tsx'
import { contentWords } from '../content-words.ts'
import { StrokesView } from './strokes-view.tsx'

/** Numbers of photos as the document counts them. */
type PhotoNumbers = (photoIds: readonly string[]) => readonly number[]
type Props = { readonly form: Form; readonly numbersOf: PhotoNumbers }

/** One filled page: what was asked, what was found, what is out of bounds with what helps. */
export const ContentForm = ({ form, numbersOf }: Props) => (
  <section>
    <h3 className="mb-1 font-semibold">{[form.title, form.asset].filter(Boolean).join(' · ')}</h3>
    {form.sections
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => (
        <div key={title} className="mb-2">
          <h4 className="text-accent-ink text-sm">{title}</h4>
          <dl>
            {rows.map((row) => (
              <Row key={row.label} row={row} numbersOf={numbersOf} />
            ))}
          </dl>
        </div>
      ))}
  </section>
)

const marks = { low: '↓', high: '↑', unexpected: '!' } as const

const Row = ({ row, numbersOf }: { row: ContentRow; numbersOf: PhotoNumbers }) => {
  const words = useWords(contentWords)
  const value =
    row.photoIds.length > 0 ? numbersOf(row.photoIds).map(words.photo).join(', ') : row.value
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,max-content)] gap-x-4 border-line border-b py-1">
      <dt className="min-w-0 break-words text-ink-2">{row.label}</dt>
      <dd
        className={clsx(
          'nums max-w-56 text-right break-words',
          row.flag && 'font-semibold text-bad',
        )}
      >
        {value} {row.flag && marks[row.flag]}
        {row.range && <span className="block font-normal text-ink-2 text-xs">{row.range}</span>}
      </dd>
      {row.advice && <dd className="col-span-2 text-bad text-sm">{row.advice}</dd>}
      {row.strokes.length > 0 && (
        <dd className="col-span-2">
          <StrokesView strokes={row.strokes} label={row.label} className="max-w-60" />
        </dd>
      )}
      {row.rows.length > 0 && (
        <dd className="col-span-2 overflow-x-auto">
          <Rows row={row} />
        </dd>
      )}
    </div>
  )
}

const Rows = ({ row }: { row: ContentRow }) => (
  <table className="w-full text-sm">
    <thead>
      <tr>
        {row.columns.map((column) => (
          <th key={column} className="pr-3 text-left font-medium text-ink-2">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {row.rows.map((cells, at) => (
        <tr key={`${at.toString()}${cells.join('|')}`} className="border-line border-t">
          {row.columns.map((column, index) => (
            <td key={column} className="nums py-0.5 pr-3">
              {cells[index]}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
