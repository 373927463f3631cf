import type { LucideIcon } from 'lucide-react'

/** One choice of a Select, ComboBox or MultiSelect. */
export type Option<T extends string = string> = {
  readonly id: T
  readonly label: string
  /** A second, quieter line: the city of a site, the skills of a technician. */
  readonly detail?: string
  readonly icon?: LucideIcon
  /** A CSS colour, drawn as a dot beside the label. */
  readonly colour?: string
}
