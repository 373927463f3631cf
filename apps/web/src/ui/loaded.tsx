import type { ReactNode } from 'react'
import type { ProblemError } from '../lib/problem.ts'
import { ErrorState } from './error-state.tsx'
import { Skeleton } from './skeleton.tsx'

type Reading<T> = {
  readonly data: T | undefined
  readonly error: ProblemError | null
  readonly refetch: () => unknown
}

/** What `useRead` brings, once it is there; until then its place, or why it is not. */
export const Loaded = <T,>(props: {
  readonly read: Reading<T>
  readonly children: (data: T) => ReactNode
}) => {
  const { data, error, refetch } = props.read
  if (data !== undefined) return props.children(data)
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />
  return (
    <div aria-busy="true" className="flex flex-col gap-4 px-(--pad) pt-6 lg:px-6">
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-40 w-full" />
    </div>
  )
}
