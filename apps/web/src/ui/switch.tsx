import { Switch as AriaSwitch } from 'react-aria-components'

type Props = {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly isDisabled?: boolean
}

/** Takes effect at once; inside a form use a Checkbox. */
export const Switch = ({ label, value, onChange, isDisabled = false }: Props) => (
  <AriaSwitch
    isSelected={value}
    onChange={onChange}
    isDisabled={isDisabled}
    className="group flex min-h-6 items-center gap-2.5 data-disabled:opacity-50 field:min-h-11"
  >
    <span className="flex h-5 w-9 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors group-data-focus-visible:outline-2 group-data-focus-visible:outline-focus group-data-focus-visible:outline-offset-2 group-data-selected:bg-accent">
      <span className="size-4 rounded-full bg-surface shadow-sm transition-transform group-data-selected:translate-x-4" />
    </span>
    {label}
  </AriaSwitch>
)
