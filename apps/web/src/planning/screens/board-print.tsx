import { Link } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import { useEffect } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FittedPaper } from '../../ui/fitted-paper.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BoardProvider, useBoard } from '../board-context.tsx'
import { MonthView } from '../parts/month-view.tsx'
import { PaperBoard } from '../parts/paper-board.tsx'
import { PaperDays } from '../parts/paper-days.tsx'
import { PaperHead } from '../parts/paper-head.tsx'
import { viewWords } from '../view-words.ts'

const Sheet = () => {
  const { read, isMonth, count } = useBoard()
  if (isMonth) return <MonthView />
  if (read.data) return count > 1 ? <PaperDays /> : <PaperBoard />
  return read.error ? (
    <ErrorState problem={read.error} retry={() => void read.refetch()} />
  ) : (
    <Skeleton className="h-96 w-full" />
  )
}

const Page = () => {
  const { paper, files } = useWords(viewWords)
  useEffect(() => {
    document.title = `${files.print.replace('…', '')} · Régie`
  }, [files])
  return (
    <div className="min-h-full bg-canvas print:bg-white">
      <div className="flex flex-wrap items-center gap-3 border-line-strong/60 border-b bg-surface px-3 py-2 print:hidden">
        <Link to="/planning" search={true as never} className={buttonClass({})}>
          <ArrowLeft aria-hidden className="size-4" />
          {paper.back}
        </Link>
        <Button icon={Printer} tone="primary" onPress={() => print()}>
          {paper.print}
        </Button>
        <p className="text-[0.8125rem] text-ink-2">{paper.hint}</p>
      </div>
      <FittedPaper>
        <PaperHead />
        <Sheet />
      </FittedPaper>
    </div>
  )
}

/** The visible range as it goes on paper or into a PDF: A3 landscape, every row, head and hours on each page. */
export const BoardPrint = () => (
  <BoardProvider>
    <Page />
  </BoardProvider>
)
