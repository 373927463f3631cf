import { Minus, Plus } from 'lucide-react'
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components'
import {
  ariaField,
  boxClass,
  FieldLabel,
  FieldNotes,
  type FieldProps,
  inputClass,
} from './field-parts.tsx'

type Props = FieldProps<number | null> & {
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly format?: Intl.NumberFormatOptions
  /** Said after the number, e.g. « km ». */
  readonly unit?: string
  /** Without the two buttons: where there is little room, the number goes first. */
  readonly isPlain?: boolean
}

const stepClass =
  'grid size-6 shrink-0 place-items-center rounded text-ink-2 hover:bg-sunken disabled:opacity-40 field:size-11'

/** A number as the language writes it; empty is null. */
export const NumberField = (props: Props) => (
  <AriaNumberField
    {...ariaField(props)}
    value={props.value ?? Number.NaN}
    onChange={(value) => props.onChange(Number.isNaN(value) ? null : value)}
    {...(props.min === undefined ? {} : { minValue: props.min })}
    {...(props.max === undefined ? {} : { maxValue: props.max })}
    {...(props.step === undefined ? {} : { step: props.step })}
    {...(props.format ? { formatOptions: props.format } : {})}
  >
    <FieldLabel isOptional={props.isOptional ?? false} isHidden={props.isLabelHidden ?? false}>
      {props.label}
    </FieldLabel>
    <Group className={`${boxClass} gap-0.5 pr-1`}>
      <Input placeholder={props.placeholder} className={`${inputClass} nums`} />
      {props.unit && <span className="pr-1 text-ink-3">{props.unit}</span>}
      {!props.isPlain && (
        <>
          <Button slot="decrement" className={stepClass}>
            <Minus aria-hidden className="size-3.5" />
          </Button>
          <Button slot="increment" className={stepClass}>
            <Plus aria-hidden className="size-3.5" />
          </Button>
        </>
      )}
    </Group>
    <FieldNotes description={props.description} error={props.error} />
  </AriaNumberField>
)
