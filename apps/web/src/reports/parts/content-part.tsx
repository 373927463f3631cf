import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  readonly text?: string | undefined
  readonly children?: ReactNode
}

/** A chapter of a document; without anything in it, none. */
export const ContentPart = ({ title, text, children }: Props) =>
  text || children ? (
    <section className="break-inside-avoid-page">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {text && <p className="whitespace-pre-wrap break-words">{text}</p>}
      {children}
    </section>
  ) : null
