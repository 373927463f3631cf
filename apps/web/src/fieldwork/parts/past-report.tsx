import type { PastReport } from '@regie/contract/fieldwork'
import type { ContentForm } from '@regie/contract/report-content'
import { clsx } from 'clsx'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { moneyText, numberText } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { alongWords } from '../along-words.ts'

const tones = { completed: 'good', to_continue: 'warn', abandoned: 'bad' } as const

/** What the report of a past visit said: how it ended, what was written, what was measured. */
export const PastReportView = ({ report }: { report: PastReport }) => {
  const words = useWords(alongWords)
  const { language } = useLanguage()
  const { outcome, texts, recommendations, pages } = report
  return (
    <div className="mt-1 flex flex-col gap-2">
      {outcome && (
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={tones[outcome.kind]}>{words.outcomes[outcome.kind]}</Badge>
          {outcome.reason && <span className="break-words">{outcome.reason}</span>}
        </p>
      )}
      {texts.map(({ key, text }) => (
        <div key={key}>
          <p className="font-medium text-sm">{words.texts[key]}</p>
          <p className="whitespace-pre-wrap break-words text-ink-2">{text}</p>
        </div>
      ))}
      {recommendations.length > 0 && (
        <p className="text-ink-2">
          <span className="font-medium text-ink text-sm">{words.recommended} </span>
          {recommendations
            .map(({ label, quantity, priceCents }) =>
              [
                quantity === 1 ? label : `${numberText(language, quantity)} × ${label}`,
                priceCents !== null && moneyText(language, priceCents),
              ]
                .filter(Boolean)
                .join(' · '),
            )
            .join(', ')}
        </p>
      )}
      {pages.map((page) => (
        <PastPage key={`${page.formId} ${page.asset}`} page={page} />
      ))}
    </div>
  )
}

const PastPage = ({ page }: { page: ContentForm }) => {
  const words = useWords(alongWords)
  return (
    <details className="rounded-control border border-line px-3">
      <summary className="flex min-h-11 cursor-pointer items-center font-medium">
        {[page.title, page.asset].filter(Boolean).join(' · ')}
      </summary>
      <dl className="pb-2">
        {page.sections
          .flatMap(({ rows }) => rows)
          .filter(({ value }) => value !== '')
          .map(({ label, value, flag }) => (
            <div key={label} className="flex justify-between gap-3 border-line border-t py-1.5">
              <dt className="min-w-0 break-words text-ink-2">{label}</dt>
              <dd
                className={clsx(
                  'nums shrink-0 max-w-1/2 text-right',
                  flag && 'font-semibold text-bad',
                )}
              >
                {value}
                {flag && ` (${words.flags[flag] ?? flag})`}
              </dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
