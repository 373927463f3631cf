import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../lib/language.tsx'
import { overlayWords } from './words.ts'

/** Millimetres as the screen counts them. */
const MM = 96 / 25.4
const MARGIN = 32

export type PaperSize = 'A3' | 'A4'
/** Lying, within ten millimetres of margin. */
const widths: Readonly<Record<PaperSize, number>> = { A3: 400, A4: 277 }

/** Ten millimetres of margin; colours print as they are, for they mean something. */
const pageStyle = (size: PaperSize): string => `@page { size: ${size} landscape; margin: 10mm }
.paper, .paper * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
@media print { :root, body { background: #fff !important; color-scheme: light !important } }
.paper thead { display: table-header-group } .paper tr { break-inside: avoid }`

type Props = {
  readonly size?: PaperSize
  readonly children: ReactNode
}

/** Sheets of A3 or A4 as wide as the window allows; on the printer they have their own size. */
export const FittedPaper = ({ size = 'A3', children }: Props) => {
  const words = useWords(overlayWords)
  const frame = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const width = widths[size] * MM
    const fit = () => setZoom(Math.min(1, Math.max(0.3, (element.clientWidth - MARGIN) / width)))
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    fit()
    return () => observer.disconnect()
  }, [size])
  return (
    <section
      ref={frame}
      aria-label={words.paper}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard too
      tabIndex={0}
      className="min-w-0 overflow-x-auto p-4 print:overflow-visible print:p-0"
    >
      <style>{`${pageStyle(size)} @media screen { .paper { zoom: ${zoom} } }`}</style>
      <article
        data-theme="light"
        style={{ '--paper': `${widths[size]}mm` } as CSSProperties}
        className="paper mx-auto w-(--paper) bg-white p-[6mm] text-[#122022] shadow-raised print:w-full print:p-0 print:shadow-none"
      >
        {children}
      </article>
    </section>
  )
}
