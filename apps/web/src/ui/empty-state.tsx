import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  readonly icon: LucideIcon
  readonly title: string
  readonly text?: string
  /** What helps: a button or a link. */
  readonly children?: ReactNode
  /** True where it is the whole page and its title the page's heading. */
  readonly isPage?: boolean
}

/** Says what is not here and what one can do about it. */
export const EmptyState = ({ icon: Icon, title, text, children, isPage = false }: Props) => {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent-ink">
        <Icon aria-hidden className="size-6" strokeWidth={1.75} />
      </span>
      <div className="max-w-prose">
        <Title className="font-semibold text-ink">{title}</Title>
        {text && <p className="mt-1 text-ink-2">{text}</p>}
      </div>
      {children && <div className="mt-1 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  )
}
