/** The look of one part of a date or time being typed. */
export const segmentClass =
  'inline-flex items-center justify-center rounded px-0.5 outline-none not-data-[type=literal]:min-h-6 not-data-[type=literal]:min-w-6 data-focused:bg-accent data-focused:text-on-accent data-[type=literal]:px-0 data-[type=literal]:text-ink-3 data-placeholder:text-ink-3 data-focused:data-placeholder:text-on-accent'
