import { useMemo } from 'react'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'

const optionOf = (zone: string) => ({ id: zone, label: zone.replaceAll('_', ' ') })

/** An IANA zone, found by the name of its city. */
export const TimeZoneField = (
  props: Omit<FieldProps<string>, 'value'> & { readonly value: string | null },
) => {
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map(optionOf), [])
  return (
    <ComboBox
      {...props}
      options={zones}
      value={props.value ? optionOf(props.value) : null}
      onChange={(option) => props.onChange(option?.id ?? '')}
    />
  )
}
