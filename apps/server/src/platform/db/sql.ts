// SQL is written as text with kysely's tag; here it becomes a statement for pg, prepared once per text.
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'

export { sql } from 'kysely'

/** A statement whose rows have the shape `R`. */
export type Sql<R> = RawBuilder<R>

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const names = new Map<string, string>()
const MAX_PREPARED = 1_000

const plannedAnew = new WeakSet<Sql<unknown>>()

/**
 * A statement that is planned for its values each time. For wide ranges and many joins: a plan made once for all values
 * supposes few rows, and its loops within loops took 1.5 s for a board that takes 60 ms.
 */
export const planAnew = <R>(query: Sql<R>): Sql<R> => {
  plannedAnew.add(query)
  return query
}

/** Text, values and, unless it is planned anew, a stable name: each connection parses and plans a name only once. */
export function compile<R>(query: Sql<R>): { text: string; values: unknown[]; name?: string } {
  const { sql: text, parameters } = query.compile(compiler)
  if (plannedAnew.has(query)) return { text, values: [...parameters] }
  let name = names.get(text)
  if (!name && names.size < MAX_PREPARED) {
    name = `s${names.size}`
    names.set(text, name)
  }
  return { text, values: [...parameters], ...(name ? { name } : {}) }
}
