import {
  type ContentForm,
  type ContentRow,
  type ReportContent,
  textKeys,
} from '@regie/contract/report-content'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Speaking, useLanguage, useWords } from '../../lib/language.tsx'
import { clockOf } from '../../lib/time.ts'
import { numberText } from '../../lib/words.ts'
import { reportWords } from '../words.ts'

type Props = { readonly content: ReportContent; readonly photoUrl?: (photoId: string) => string }

/** The whole document as it is signed, on screen, in the language of its reader. */
export const ContentView = (props: Props) => (
  <Speaking language={props.content.language}>
    <Sheet {...props} />
  </Speaking>
)

const Sheet = ({ content, photoUrl }: Props) => {
  const words = useWords(reportWords)
  const { language } = useLanguage()
  const clock = clockOf(content.timeZone, language)
  return (
    <article className="flex flex-col gap-4">
      <Part title={words.mission} text={content.mission} />
      {textKeys.map((key) => (
        <Part key={key} title={words.texts[key]} text={content.texts[key]} />
      ))}
      {content.forms.map((form) => (
        <FormView key={`${form.formId}${form.asset}`} form={form} />
      ))}
      <Part title={words.times}>
        {content.technicians.length > 0 && (
          <ul>
            {content.technicians.map(({ id, name, workSeconds, travelSeconds, stretches }) => (
              <li key={id} className="nums">
                <span className="font-medium">{name}</span>
                {' · '}
                {hours(workSeconds)} {words.work}, {hours(travelSeconds)} {words.travel}
                {stretches[0] && (
                  <span className="block text-ink-2">
                    {clock.dateAt(stretches[0].from, 'dated')} {clock.time(stretches[0].from)} –{' '}
                    {clock.time(stretches.at(-1)?.until ?? stretches[0].until)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={words.parts}>
        {content.parts.length > 0 && (
          <ul>
            {content.parts.map(({ label, quantity, unit }) => (
              <li key={label}>
                <span className="nums font-medium">
                  {numberText(language, quantity)} {unit || '×'}
                </span>{' '}
                {label}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <PhotoPart content={content} {...(photoUrl ? { photoUrl } : {})} />
      <Part title={words.outcome}>
        <p className="font-medium">{words.outcomes[content.outcome.kind]}</p>
        {content.outcome.reason && <p>{content.outcome.reason}</p>}
        {content.outcome.followUp && (
          <p>
            {words.followUp} : {content.outcome.followUp}
          </p>
        )}
      </Part>
      <Part title={words.recommendations}>
        {content.recommendations.length > 0 && (
          <ul className="list-disc pl-5">
            {content.recommendations.map(({ label, quantity }) => (
              <li key={label}>
                {numberText(language, quantity)} × {label}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={words.prices} text={content.priceConditions} />
    </article>
  )
}

/** `1 h 05` */
export const hours = (seconds: number): string => {
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

const Part = ({ title, text, children }: { title: string; text?: string; children?: ReactNode }) =>
  text || children ? (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {text && <p className="whitespace-pre-wrap break-words">{text}</p>}
      {children}
    </section>
  ) : null

const FormView = ({ form }: { form: ContentForm }) => (
  <section>
    <h3 className="mb-1 font-semibold">{[form.title, form.asset].filter(Boolean).join(' · ')}</h3>
    {form.sections
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => (
        <div key={title} className="mb-2">
          <h4 className="text-accent-ink text-sm">{title}</h4>
          <dl>
            {rows.map((row) => (
              <RowView key={row.label} row={row} />
            ))}
          </dl>
        </div>
      ))}
  </section>
)

const marks = { low: '↓', high: '↑', unexpected: '!' } as const

const RowView = ({ row }: { row: ContentRow }) => (
  <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-b py-1">
    <dt className="min-w-0 break-words text-ink-2">{row.label}</dt>
    <dd className={clsx('nums text-right', row.flag && 'font-semibold text-bad')}>
      {row.value} {row.flag && marks[row.flag]}
      {row.range && <span className="block font-normal text-ink-2 text-xs">{row.range}</span>}
    </dd>
    {row.advice && <dd className="col-span-2 text-bad text-sm">{row.advice}</dd>}
    {row.rows.length > 0 && (
      <dd className="col-span-2 overflow-x-auto">
        <table className="w-full text-sm">
          <thead>
            <tr>
              {row.columns.map((column) => (
                <th key={column} className="text-left font-medium text-ink-2">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row.rows.map((cells) => (
              <tr key={cells.join('|')}>
                {row.columns.map((column, index) => (
                  <td key={column}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </dd>
    )}
  </div>
)

const PhotoPart = ({ content, photoUrl }: Props) => {
  const words = useWords(reportWords)
  if (content.photos.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 font-semibold">
        {words.photos} ({content.photos.length})
      </h3>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {content.photos.map(({ id, caption, moment, sha256 }) => (
          <li key={id} className="min-w-0 text-sm">
            {photoUrl && (
              <img
                src={photoUrl(id)}
                alt={caption || words.moments[moment]}
                loading="lazy"
                className="mb-1 w-full rounded-control object-contain"
              />
            )}
            <span className="font-medium">{words.moments[moment]}</span> {caption}
            <code className="block truncate text-ink-3 text-xs">{sha256}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
