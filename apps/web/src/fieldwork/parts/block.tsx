import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly text?: string; readonly children?: ReactNode }

/** One heading with its text or content; nothing at all when there is nothing to say. */
export const Block = ({ title, text, children }: Props) =>
  (text || children) && (
    <section className="rounded-card border border-line bg-surface p-4">
      <h2 className="mb-1.5 font-semibold">{title}</h2>
      {text && <p className="whitespace-pre-wrap break-words">{text}</p>}
      {children}
    </section>
  )
