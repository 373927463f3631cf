import { clsx } from 'clsx'

const initialsOf = (name: string): string => {
  const parts = name.trim().split(/[\s-]+/)
  const first = parts[0]?.[0] ?? '?'
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

const grounds = [
  'bg-accent-soft text-accent-ink',
  'bg-info-soft text-info',
  'bg-violet-soft text-violet',
  'bg-warn-soft text-warn',
  'bg-good-soft text-good',
] as const

/** The same person keeps the same colour everywhere. */
const groundOf = (name: string): string => {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return grounds[sum % grounds.length] ?? grounds[0]
}

const sizes = {
  small: 'size-6 text-[0.625rem]',
  medium: 'size-8 text-xs',
  large: 'size-12 text-base',
}

/** Initials, drawn and not written: the name itself stands beside them. */
export const Avatar = ({ name, size = 'medium' }: { name: string; size?: keyof typeof sizes }) => (
  <span
    aria-hidden
    data-initials={initialsOf(name)}
    className={clsx(
      'before:content-[attr(data-initials)] inline-grid shrink-0 select-none place-items-center rounded-full font-semibold',
      sizes[size],
      groundOf(name),
    )}
  />
)
