import {
  printSheetByLink,
  readSheetDocumentByLink,
  readSheetPlanByLink,
} from '@regie/contract/answer-links'
import type { OwnSheet } from '@regie/contract/call-sheets'
import { CheckCheck, FileText } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { directionsUrl } from '../../fieldwork/index.ts'
import { addressOf } from '../../lib/call.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { localeOf } from '../../lib/words.ts'
import { SheetPlan, SheetView, sheetViewWords } from '../../productions/index.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useMarkSheet } from '../api.ts'

type Props = {
  readonly sheet: OwnSheet
  readonly timeZone: string
  readonly token: string
}

/** A call sheet by link: the same as on the phone of those with an account. */
export const LinkedSheet = ({ sheet, timeZone, token }: Props) => {
  const words = useWords(sheetViewWords)
  const { language } = useLanguage()
  const { act, isPending, error } = useMarkSheet(token)
  const { projectId, number, readAt, acknowledgedAt } = sheet
  const params = { token, projectId }
  const seen = useEffectEvent(() => {
    if (readAt === null) act({ params, body: { number } })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version is read once
  useEffect(() => seen(), [projectId, number])
  const moment = new Intl.DateTimeFormat(localeOf(language), {
    ...{ timeZone, dateStyle: 'medium', timeStyle: 'short' },
  })
  const say = (at: string) => moment.format(Date.parse(at))
  return (
    <article className="flex flex-col gap-5 rounded-card border border-line bg-surface p-4">
      <header>
        <p className="font-medium text-accent">{words.title}</p>
        <h2 className="break-words font-bold text-xl">{sheet.projectName}</h2>
        <p className="text-ink-2 text-sm">
          {words.version(number)}, {words.publishedBy(say(sheet.publishedAt), sheet.publishedBy)}
        </p>
      </header>
      {error && <ProblemNote problem={error} />}
      {acknowledgedAt === null ? (
        <Button
          tone="primary"
          icon={CheckCheck}
          className="min-h-12"
          isPending={isPending}
          onPress={() => act({ params, body: { number, isConfirmed: true } })}
        >
          {words.confirm}
        </Button>
      ) : (
        <p>
          <Badge tone="good" icon={CheckCheck}>
            {words.confirmedAt(say(acknowledgedAt))}
          </Badge>
        </p>
      )}
      <SheetView
        sheet={sheet}
        timeZone={timeZone}
        directions={(place) => directionsUrl(place, navigator.userAgent)}
        plan={({ key, name, plan }) => (
          <SheetPlan
            key={key}
            name={name}
            plan={plan}
            src={addressOf(readSheetPlanByLink, {
              params: { ...params, stageId: key, fileId: plan.fileId },
            })}
          />
        )}
        documents={(some) => (
          <ul className="flex flex-col gap-2">
            {some.map(({ key, name }) => (
              <li key={key}>
                <a
                  className={`${buttonClass({})} w-full justify-start!`}
                  href={addressOf(readSheetDocumentByLink, {
                    params: { ...params, documentId: key },
                  })}
                  target="_blank"
                  rel="noreferrer"
                >
                  <FileText aria-hidden className="size-5 shrink-0" />
                  <span className="min-w-0 break-words text-left">{name}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      />
      <a
        className={buttonClass({})}
        href={addressOf(printSheetByLink, { params })}
        target="_blank"
        rel="noreferrer"
      >
        <FileText aria-hidden className="size-5" />
        {words.pdf}
      </a>
    </article>
  )
}
