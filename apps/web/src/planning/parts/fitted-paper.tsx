import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

/** Millimetres as the screen counts them. */
const MM = 96 / 25.4
const WIDTH = 400 * MM
const MARGIN = 32

/** Ten millimetres of margin; colours print as they are, for they mean something. */
const pageStyle = `@page { size: A3 landscape; margin: 10mm }
.paper, .paper * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
@media print { :root, body { background: #fff !important; color-scheme: light !important } }
.paper thead { display: table-header-group } .paper tr { break-inside: avoid }`

/** A sheet of A3 as wide as the window allows; on the printer it has its own size. */
export const FittedPaper = ({ children }: { children: ReactNode }) => {
  const frame = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const fit = () => setZoom(Math.min(1, Math.max(0.3, (element.clientWidth - MARGIN) / WIDTH)))
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    fit()
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={frame} className="min-w-0 overflow-x-auto p-4 print:overflow-visible print:p-0">
      <style>{`${pageStyle} @media screen { .paper { zoom: ${zoom} } }`}</style>
      <article
        data-theme="light"
        className="paper mx-auto w-[400mm] bg-white p-[6mm] text-[#122022] shadow-raised print:w-full print:p-0 print:shadow-none"
      >
        {children}
      </article>
    </div>
  )
}
