import { clsx } from 'clsx'

/** The place of what is loading, of its size, so that nothing jumps. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span
    aria-hidden
    className={clsx('block animate-pulse rounded-control bg-sunken', className ?? 'h-4 w-32')}
  />
)
