import { Link } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { sheetViewWords } from '../../productions/index.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { useSheets } from '../offline/use-sheets.ts'

/** From a phase of a show to the call sheet that it stands on. */
export const OwnSheetLink = ({ workOrderId }: { workOrderId: string }) => {
  const words = useWords(sheetViewWords)
  const sheet = useSheets()?.find(({ content }) =>
    content.duties.some((duty) => duty.workOrderId === workOrderId),
  )
  if (!sheet) return null
  return (
    <Link
      to="/call-sheet/$projectId"
      params={{ projectId: sheet.projectId }}
      className={buttonClass({})}
    >
      <ScrollText aria-hidden className="size-5" />
      {words.title} · {sheet.projectName}
    </Link>
  )
}
