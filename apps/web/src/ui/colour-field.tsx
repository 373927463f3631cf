import { clsx } from 'clsx'
import { useId } from 'react'
import type { FieldProps } from './field-parts.tsx'

const swatches = [
  '#d92d20',
  '#c2410c',
  '#b8860b',
  '#4d7c0f',
  '#0f8a5f',
  '#0e7490',
  '#2f6fde',
  '#6d4aff',
  '#be185d',
  '#465659',
] as const

/** A colour `#rrggbb`: one of a few that go well together, or any. */
export const ColourField = (props: FieldProps<string | null>) => {
  const id = useId()
  const { label, value, onChange, description, error } = props
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', props.className)}>
      <label htmlFor={id} className="font-medium text-[0.8125rem]">
        {label}
      </label>
      <div className="flex flex-wrap items-center gap-1.5">
        <input
          id={id}
          type="color"
          value={value ?? '#465659'}
          onChange={(event) => onChange(event.target.value)}
          onBlur={props.onBlur}
          className="h-(--control) w-14 cursor-pointer rounded-control border border-line-strong bg-surface p-1"
        />
        {swatches.map((colour) => (
          <button
            key={colour}
            type="button"
            aria-label={colour}
            aria-pressed={value === colour}
            onClick={() => onChange(colour)}
            className="size-6 rounded-full border-2 border-transparent outline-offset-2 aria-pressed:border-surface aria-pressed:ring-2 aria-pressed:ring-ink"
            style={{ background: colour }}
          />
        ))}
      </div>
      {(error ?? description) && (
        <p className={error ? 'text-[0.8125rem] text-bad' : 'text-[0.8125rem] text-ink-2'}>
          {error ?? description}
        </p>
      )}
    </div>
  )
}
