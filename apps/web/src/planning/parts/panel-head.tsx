import { ArrowLeft } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useBoard } from '../board-context.tsx'
import { planningWords } from '../words.ts'

type Props = { readonly title: string; readonly detail: string; readonly colour: string }

/** The head of a visit's details, and the way back to the list. */
export const PanelHead = ({ title, detail, colour }: Props) => {
  const words = useWords(planningWords)
  const { select } = useBoard()
  return (
    <header className="flex items-start gap-1 border-line border-b py-2 pr-3 pl-1.5">
      <IconButton icon={ArrowLeft} label={words.panel.close} onPress={() => select(null)} />
      <div className="min-w-0 pt-1">
        <h2 className="flex items-start gap-1.5 font-semibold leading-5">
          <span
            aria-hidden
            className="mt-[5px] size-2.5 shrink-0 rounded-sm"
            style={{ background: colour }}
          />
          <span dir="auto" className="line-clamp-3 min-w-0 text-left [overflow-wrap:anywhere]">
            {title}
          </span>
        </h2>
        <p dir="auto" className="line-clamp-2 text-left text-ink-2">
          {detail}
        </p>
      </div>
    </header>
  )
}
