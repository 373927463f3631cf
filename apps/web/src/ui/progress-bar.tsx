import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'

type Props = {
  readonly label: string
  /** 0 to 1; null while nobody knows how long. */
  readonly value: number | null
  readonly detail?: string
}

export const ProgressBar = ({ label, value, detail }: Props) => (
  <AriaProgressBar
    value={(value ?? 0) * 100}
    isIndeterminate={value === null}
    className="flex flex-col gap-1.5"
  >
    {({ percentage, valueText, isIndeterminate }) => (
      <>
        <div className="flex justify-between gap-4">
          <Label className="font-medium">{label}</Label>
          <span className="nums text-ink-2">{detail ?? (isIndeterminate ? '' : valueText)}</span>
        </div>
        <div className="h-1.5 overflow-hidden rounded-full bg-sunken">
          <div
            className={
              isIndeterminate
                ? 'h-full w-1/3 animate-pulse rounded-full bg-accent'
                : 'h-full rounded-full bg-accent transition-[width] duration-300'
            }
            style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }}
          />
        </div>
      </>
    )}
  </AriaProgressBar>
)
