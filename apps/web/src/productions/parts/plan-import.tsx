import type { StagePlan } from '@regie/contract/production-stage-plans'
import { useEffect, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { openPdf, type PdfPages, UnreadablePdf } from '../pdf-pages.ts'
import { type PlanPicture, useSetPlan } from '../plan-api.ts'
import { mostBytes, nameOfPage, PAGE_EDGE, planEndings, typeOfName } from '../plan-import.ts'
import { planWords } from '../plan-words.ts'
import { PdfPageChoice } from './pdf-page-choice.tsx'

type Props = {
  readonly projectId: string
  readonly stageId: string
  /** The one that is replaced. */
  readonly plan: StagePlan | null
  readonly onDone: () => void
}
type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly text: string }
  | { readonly kind: 'pages'; readonly name: string; readonly pdf: PdfPages }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'failed'; readonly problem: ProblemError }

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

const useImport = ({ projectId, stageId, plan, onDone }: Props) => {
  const words = useWords(planWords)
  const setPlan = useSetPlan(projectId, stageId)
  const [state, setState] = useState<State>({ kind: 'idle' })
  useEffect(() => () => (state.kind === 'pages' ? state.pdf.close() : undefined), [state])
  const refuse = (name: string, error: unknown) => {
    if (!(error instanceof UnreadablePdf))
      return setState({ kind: 'failed', problem: toProblem(error) })
    const text = error.isLocked ? words.locked(name) : words.damaged(name)
    return setState({
      kind: 'refused',
      text: error.message === 'timeout' ? words.slow(name) : text,
    })
  }
  const send = async (picture: PlanPicture) => {
    setState({ kind: 'busy', text: words.sending })
    await setPlan(plan, picture)
    setState({ kind: 'idle' })
    onDone()
  }
  const sendPage = async (pdf: PdfPages, name: string, page: number) => {
    const bytes = await bytesOf(await pdf.picture(page, PAGE_EDGE))
    await send({ name: nameOfPage(name, page), type: 'image/png', bytes })
  }
  const open = async (file: File) => {
    const type = typeOfName(file.name)
    if (type !== 'application/pdf')
      return await send({ name: file.name, type, bytes: await bytesOf(file) })
    setState({ kind: 'busy', text: words.opening })
    const pdf = await openPdf(await bytesOf(file))
    if (pdf.count !== 1) return setState({ kind: 'pages', name: file.name, pdf })
    return await sendPage(pdf, file.name, 1).finally(pdf.close)
  }
  return {
    state,
    take: (file: File) => void open(file).catch((error: unknown) => refuse(file.name, error)),
    choose: (page: number) => {
      if (state.kind !== 'pages') return
      const { pdf, name } = state
      void sendPage(pdf, name, page).catch((error: unknown) => refuse(name, error))
    },
  }
}

/** A file becomes the plan of the stage: a picture as it is, of a PDF the page one chooses. */
export const PlanImport = (props: Props) => {
  const words = useWords(planWords)
  const { state, take, choose } = useImport(props)
  if (state.kind === 'busy')
    return (
      <p role="status" className="py-10 text-center text-ink-2">
        {state.text}
      </p>
    )
  if (state.kind === 'pages') return <PdfPageChoice pdf={state.pdf} onChoose={choose} />
  return (
    <div className="flex flex-col gap-3">
      {props.plan && <p className="text-ink-2">{words.replaceText}</p>}
      <FileDrop accept={planEndings} maxBytes={mostBytes} hint={words.hint} onFile={take} />
      {state.kind === 'refused' && <Note tone="bad">{state.text}</Note>}
      {state.kind === 'failed' && <ProblemNote problem={state.problem} />}
    </div>
  )
}
