import type { ReliefSettings } from '@regie/contract/relief-settings'

/** A card of the settings: what is set, and how to set it. */
export type SettingsPart = {
  readonly value: ReliefSettings
  readonly onChange: (change: Partial<ReliefSettings>) => void
  readonly isReadOnly: boolean
}
