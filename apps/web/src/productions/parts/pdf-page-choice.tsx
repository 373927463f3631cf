import { useEffect, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { PdfPages } from '../pdf-pages.ts'
import { planWords } from '../plan-words.ts'

type Props = { readonly pdf: PdfPages; readonly onChoose: (page: number) => void }

const AT_ONCE = 12
const THUMB_EDGE = 360

/** The pages of a PDF, to choose the one that is the plan. */
export const PdfPageChoice = ({ pdf, onChoose }: Props) => {
  const words = useWords(planWords)
  const [shown, setShown] = useState(AT_ONCE)
  const pages = Array.from({ length: Math.min(pdf.count, shown) }, (_, index) => index + 1)
  return (
    <section aria-label={words.pages} className="flex flex-col gap-3">
      <h3 className="font-semibold">{words.pages}</h3>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
        {pages.map((page) => (
          <li key={page}>
            <button
              type="button"
              onClick={() => onChoose(page)}
              className="flex w-full flex-col items-center gap-1 rounded-control border border-line bg-surface p-2 hover:border-focus"
            >
              <Thumb pdf={pdf} page={page} />
              <span className="nums text-ink-2 text-xs">{words.page(page)}</span>
            </button>
          </li>
        ))}
      </ul>
      {pdf.count > shown && (
        <Button onPress={() => setShown(shown + AT_ONCE)}>{words.morePages}</Button>
      )}
    </section>
  )
}

const Thumb = ({ pdf, page }: { pdf: PdfPages; page: number }) => {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | undefined
    let isGone = false
    const draw = async () => {
      const picture = await pdf.picture(page, THUMB_EDGE)
      if (isGone) return
      made = URL.createObjectURL(picture)
      setAddress(made)
    }
    // A page that cannot be drawn stays empty; choosing it says why.
    draw().catch(() => undefined)
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [pdf, page])
  return address ? (
    <img src={address} alt="" className="h-36 w-full bg-white object-contain" />
  ) : (
    <Skeleton className="h-36 w-full" />
  )
}
