// What VROOM's files may hold, and how untrusted pieces of them are read.

/** An object of a file, unread. */
export type Raw = Readonly<Record<string, unknown>>

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** The fields that are read, by kind of object. */
export const FIELDS: Readonly<
  Record<
    | 'file'
    | 'job'
    | 'shipment'
    | 'shipmentStep'
    | 'vehicle'
    | 'break'
    | 'costs'
    | 'matrix'
    | 'step',
    ReadonlySet<string>
  >
> = {
  file: words('jobs shipments vehicles matrices matrix options'),
  job: words(
    'id description location location_index setup service setup_per_type service_per_type delivery pickup skills priority time_windows',
  ),
  shipment: words('amount pickup delivery skills priority'),
  shipmentStep: words(
    'id description location location_index setup service setup_per_type service_per_type time_windows',
  ),
  vehicle: words(
    'id description profile start start_index end end_index capacity skills time_window breaks speed_factor max_tasks max_travel_time max_distance costs type steps',
  ),
  break: words('id description service time_windows max_load'),
  costs: words('fixed per_hour per_km per_task_hour'),
  matrix: words('durations distances costs'),
  step: words('type id service_at service_after service_before'),
}

/** The objects of a list; what is no list has none. */
export const listOf = (value: unknown): readonly Raw[] =>
  Array.isArray(value)
    ? value.map((item) => (typeof item === 'object' && item !== null ? (item as Raw) : {}))
    : []

export const recordOf = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}

/** Fields that nobody reads, told one by one. */
export const unknownFields = (
  item: Raw,
  path: string,
  kind: keyof typeof FIELDS,
): readonly string[] =>
  Object.keys(item)
    .filter((key) => !FIELDS[kind].has(key))
    .map((key) => `${path}${path === '' ? '' : '.'}${key}: unknown field`)

/** What is read as it stands, good or bad: the problem's own validation tells what is wrong with it. */
export const asNumber = (value: unknown, absent: number): number =>
  value === undefined ? absent : (value as number)

/** Spans; one that is no pair becomes one without numbers, which validation tells. */
export const windowsOf = (value: unknown): { readonly start: number; readonly end: number }[] =>
  (Array.isArray(value) ? value : [value]).map((span) => {
    const [start, end] = Array.isArray(span) ? (span as number[]) : []
    return { start: start as number, end: end as number }
  })

export const skillsOf = (value: unknown): { readonly id: string }[] =>
  Array.isArray(value) ? value.map((id) => ({ id: String(id) })) : []
