import { type ReportContent, textKeys } from '@regie/contract/report-content'
import { Speaking, useLanguage, useWords } from '../../lib/language.tsx'
import { clockOf } from '../../lib/time.ts'
import { moneyText, numberText } from '../../lib/words.ts'
import { contentWords } from '../content-words.ts'
import { ContentChart } from './content-chart.tsx'
import { ContentFacts } from './content-facts.tsx'
import { ContentForm } from './content-form.tsx'
import { ContentPart } from './content-part.tsx'
import { ContentPhotos, type ShowPhoto } from './content-photos.tsx'
import { ContentTimes } from './content-times.tsx'
import { StrokesView } from './strokes-view.tsx'

type Props = { readonly content: ReportContent; readonly photo: ShowPhoto }

/** The whole document as it is signed, on screen, in the language of its reader: nothing is sealed that is not here. */
export const ContentView = (props: Props) => (
  <Speaking language={props.content.language}>
    <Sheet {...props} />
  </Speaking>
)

const Sheet = ({ content, photo }: Props) => {
  const words = useWords(contentWords)
  const { texts, site } = content
  const numbersOf = (ids: readonly string[]) =>
    content.photos.flatMap(({ id }, index) => (ids.includes(id) ? [index + 1] : []))
  return (
    <article className="flex flex-col gap-4">
      <ContentFacts content={content} />
      <ContentPart title={words.mission} text={content.mission} />
      <List title={words.constraints} lines={content.constraints} />
      <ContentPart title={words.access} text={site.access} />
      <Material title={words.equipment} lines={content.equipment} />
      <List title={words.documents} lines={content.documents} />
      <History content={content} />
      {textKeys.map((key) => (
        <ContentPart key={key} title={words.texts[key]} text={texts[key]} />
      ))}
      {content.forms.map((form) => (
        <ContentForm key={form.formId + form.asset} form={form} numbersOf={numbersOf} />
      ))}
      {content.charts.length > 0 && (
        <ContentPart title={words.charts}>
          <div className="grid gap-4 sm:grid-cols-2">
            {content.charts.map((chart) => (
              <ContentChart key={chart.label} chart={chart} timeZone={content.timeZone} />
            ))}
          </div>
        </ContentPart>
      )}
      <Material title={words.parts} lines={content.parts} />
      <ContentTimes content={content} />
      <Ending content={content} />
      <Recommendations content={content} />
      <ContentPart title={words.prices} text={content.priceConditions} />
      <ContentPhotos content={content} photo={photo} />
      <List title={words.files} lines={content.files?.map(({ name }) => name)} />
      <Owners content={content} />
    </article>
  )
}

const List = ({ title, lines = [] }: { title: string; lines?: readonly string[] | undefined }) =>
  lines.length === 0 ? null : (
    <ContentPart title={title}>
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </ContentPart>
  )

const Material = ({ title, lines }: { title: string; lines: ReportContent['parts'] }) => {
  const { language } = useLanguage()
  if (lines.length === 0) return null
  return (
    <ContentPart title={title}>
      <ul>
        {lines.map(({ label, quantity, unit }, index) => (
          <li key={`${index.toString()}${label}`}>
            <span className="nums font-medium">
              {numberText(language, quantity)} {unit || '×'}
            </span>{' '}
            {label}
          </li>
        ))}
      </ul>
    </ContentPart>
  )
}

const History = ({ content }: { content: ReportContent }) => {
  const words = useWords(contentWords)
  const { language } = useLanguage()
  const clock = clockOf(content.timeZone, language)
  if (!content.history?.length) return null
  return (
    <ContentPart title={words.history}>
      <ul className="flex flex-col gap-2">
        {content.history.map(({ at, reference, title, technicians, outcome, summary }) => (
          <li key={reference + at}>
            <span className="nums font-medium">{clock.dateAt(at, 'dated')}</span> · {title}
            <span className="block text-ink-2 text-sm">
              {[reference, technicians.join(', '), outcome ? words.outcomes[outcome] : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
            {summary && <span className="block break-words">{summary}</span>}
          </li>
        ))}
      </ul>
    </ContentPart>
  )
}

const Ending = ({ content: { outcome } }: { content: ReportContent }) => {
  const words = useWords(contentWords)
  return (
    <ContentPart title={words.ending}>
      <p className="font-medium">{words.outcomes[outcome.kind]}</p>
      {outcome.reason && <p>{words.reason(outcome.reason)}</p>}
      {outcome.followUp && (
        <p>
          {words.followUp(outcome.followUp)} {outcome.isFollowUpOpened && words.followUpOpened}
        </p>
      )}
    </ContentPart>
  )
}

const Recommendations = ({ content }: { content: ReportContent }) => {
  const words = useWords(contentWords)
  const { language } = useLanguage()
  if (content.recommendations.length === 0) return null
  return (
    <ContentPart title={words.recommendations}>
      <ul>
        {content.recommendations.map(({ label, quantity, priceCents }, index) => (
          <li key={`${index.toString()}${label}`} className="flex justify-between gap-4">
            <span className="min-w-0 break-words">
              <span className="nums font-medium">{numberText(language, quantity)} ×</span> {label}
            </span>
            {priceCents !== null && (
              <span className="nums whitespace-nowrap">
                {words.priceEach(moneyText(language, priceCents))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </ContentPart>
  )
}

const Owners = ({ content }: { content: ReportContent }) => {
  const words = useWords(contentWords)
  const owners = content.technicians.filter(({ signature }) => signature?.length)
  if (owners.length === 0) return null
  return (
    <ContentPart title={words.signatures}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {owners.map(({ id, name, signature = [] }) => (
          <figure key={id}>
            <StrokesView strokes={signature} label={name} />
            <figcaption className="text-sm">{name}</figcaption>
          </figure>
        ))}
      </div>
    </ContentPart>
  )
}
