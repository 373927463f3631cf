// Server state over TanStack Query: one cache, keyed by endpoint, so that events and actions can refresh it by name.
import type { AnyEndpoint, Page, ReturnOf } from '@regie/contract/kernel'
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef } from 'react'
import { type CallInput, call, type InputArgs } from './call.ts'
import { makeId } from './id.ts'
import { ProblemError, toProblem } from './problem.ts'

const RETRIES = 2
const STALE_MS = 30_000

const worthRetrying = (count: number, error: unknown) =>
  count < RETRIES && error instanceof ProblemError && error.mayRetry

/** `onSignedOut` runs when the server no longer knows who asks, with the name of the read that met it. */
export const makeQueryClient = (onSignedOut: (read: unknown) => void): QueryClient => {
  const watch = (error: unknown, read: unknown) => {
    if (error instanceof ProblemError && error.code === 'not_signed_in') onSignedOut(read)
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => watch(error, query.queryKey[0]) }),
    mutationCache: new MutationCache({ onError: (error) => watch(error, null) }),
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: STALE_MS, networkMode: 'always' },
      mutations: { retry: worthRetrying, networkMode: 'always' },
    },
  })
}

export const ServerStateProvider = (props: { client: QueryClient; children: ReactNode }) => (
  <QueryClientProvider client={props.client}>{props.children}</QueryClientProvider>
)

/** The cache key of a read; `[path]` alone names every input of that endpoint. */
export const readKey = (endpoint: AnyEndpoint, input?: unknown): readonly unknown[] =>
  input === undefined
    ? [`${endpoint.method} ${endpoint.path}`]
    : [`${endpoint.method} ${endpoint.path}`, input]

export type ReadOptions = {
  /** False while what the read needs is not known yet. */
  readonly enabled?: boolean
  /** Keeps the last answer on screen while the next input loads (filters, weeks). */
  readonly keepPrevious?: boolean
  readonly staleMs?: number
  readonly refetchEveryMs?: number
  /** What was known before the page opened: shown at once, and asked for again. */
  readonly known?: unknown
}

const queryOptions = (options: ReadOptions) => ({
  enabled: options.enabled ?? true,
  ...(options.staleMs === undefined ? {} : { staleTime: options.staleMs }),
  ...(options.refetchEveryMs === undefined ? {} : { refetchInterval: options.refetchEveryMs }),
  ...(options.known === undefined
    ? {}
    : { initialData: options.known as never, initialDataUpdatedAt: 0 }),
})

/** `useRead(readSite, { params: { siteId } })`: data, isPending, error (a ProblemError), refetch. */
export const useRead = <E extends AnyEndpoint>(
  endpoint: E,
  ...[input, options = {}]: InputArgs<E, [options?: ReadOptions]>
): UseQueryResult<ReturnOf<E>, ProblemError> =>
  useQuery<ReturnOf<E>, ProblemError>({
    queryKey: readKey(endpoint, input ?? {}),
    queryFn: ({ signal }) =>
      call(
        endpoint,
        ...([input, { signal }] as unknown as InputArgs<E, [{ signal: AbortSignal }]>),
      ),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...queryOptions(options),
  })

type ItemOf<E> = ReturnOf<E> extends { items: readonly (infer T)[] } ? T : never

export type Pages<T> = {
  readonly items: readonly T[]
  readonly total: number | null
  readonly isPending: boolean
  /** True while shown rows belong to the former filters. */
  readonly isStale: boolean
  readonly error: ProblemError | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
}

/** A keyset-paginated list: `usePages(listClients, { query: { search } })`; hand it whole to `<Table pages>`. */
export const usePages = <E extends AnyEndpoint>(
  endpoint: E,
  ...[input, options = {}]: InputArgs<E, [options?: ReadOptions]>
): Pages<ItemOf<E>> => {
  const parts = (input ?? {}) as { query?: Record<string, unknown> }
  const result = useInfiniteQuery({
    queryKey: readKey(endpoint, { ...parts, pages: true }),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...parts.query, ...(pageParam ? { cursor: pageParam } : {}) }
      const args = [{ ...parts, query }, { signal }]
      return call(endpoint, ...(args as unknown as InputArgs<E, [{ signal: AbortSignal }]>))
    },
    getNextPageParam: (last: unknown) => (last as Page<ItemOf<E>>).nextCursor,
    placeholderData: keepPreviousData,
    ...queryOptions(options),
  })
  const pages = result.data?.pages as Page<ItemOf<E>>[] | undefined
  const items = useMemo(() => pages?.flatMap((one) => one.items) ?? [], [pages])
  return {
    items,
    total: pages?.[0]?.total ?? null,
    isPending: result.isPending,
    isStale: result.isPlaceholderData,
    error: result.error ? toProblem(result.error) : null,
    hasMore: result.hasNextPage,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    retry: () => void result.refetch(),
  }
}

export type ActOptions<E> = {
  /** Reads that this action makes stale; every input of them is refreshed. */
  readonly invalidates?: readonly AnyEndpoint[]
  readonly onDone?: (answer: ReturnOf<E>, input: CallInput<E>) => void
}

type Attempt<E> = { readonly input: CallInput<E>; readonly key: string }

export type Act<E> = Omit<
  UseMutationResult<ReturnOf<E>, ProblemError, Attempt<E>>,
  'mutate' | 'mutateAsync' | 'variables'
> & {
  /** Sends the action; what goes wrong is in `error`. */
  readonly act: (input: CallInput<E>) => void
  /** The same, as a promise that rejects with a ProblemError; `submit` of a form wants this one. */
  readonly actAsync: (input: CallInput<E>) => Promise<ReturnOf<E>>
}

/**
 * One human action. Its idempotency key lives as long as its outcome is unknown: automatic retries and a
 * second press after silence carry the same key, so the server does the thing once.
 */
export const useAct = <E extends AnyEndpoint>(endpoint: E, options: ActOptions<E> = {}): Act<E> => {
  const client = useQueryClient()
  const unsettled = useRef<{ body: string; key: string } | null>(null)
  const mutation = useMutation<ReturnOf<E>, ProblemError, Attempt<E>>({
    mutationFn: ({ input, key }) =>
      call(endpoint, ...([input, { key }] as unknown as InputArgs<E, [{ key: string }]>)),
    onSuccess: (answer, { input }) => {
      unsettled.current = null
      for (const read of options.invalidates ?? []) {
        void client.invalidateQueries({ queryKey: readKey(read) })
      }
      options.onDone?.(answer, input)
    },
    onError: (error) => {
      if (!error.mayRetry) unsettled.current = null
    },
  })
  const attempt = (input: CallInput<E>): Attempt<E> => {
    const body = JSON.stringify(input)
    const key = unsettled.current?.body === body ? unsettled.current.key : makeId()
    unsettled.current = { body, key }
    return { input, key }
  }
  const { mutate, mutateAsync, variables: _variables, ...rest } = mutation
  return {
    ...rest,
    act: (input) => mutate(attempt(input)),
    actAsync: (input) => mutateAsync(attempt(input)),
  } as Act<E>
}

/** For optimistic changes: reads and writes the cached answer of one read. */
export const useCached = () => {
  const client = useQueryClient()
  return useMemo(
    () => ({
      get: <E extends AnyEndpoint>(endpoint: E, input: CallInput<E>) =>
        client.getQueryData<ReturnOf<E>>(readKey(endpoint, input)),
      set: <E extends AnyEndpoint>(
        endpoint: E,
        input: CallInput<E>,
        change: (was: ReturnOf<E>) => ReturnOf<E>,
      ) => {
        client.setQueryData<ReturnOf<E>>(readKey(endpoint, input), (was) =>
          was === undefined ? undefined : change(was),
        )
      },
      refresh: (...endpoints: readonly AnyEndpoint[]) => {
        for (const endpoint of endpoints) {
          void client.invalidateQueries({ queryKey: readKey(endpoint) })
        }
      },
    }),
    [client],
  )
}
