/** Régie's mark: three bars of a plan and the tally lamp of a control room. */
export const Mark = ({ className = 'size-7' }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
    <rect width="32" height="32" rx="7" fill="#0b4f5c" />
    <rect x="7" y="8" width="11" height="4" rx="2" fill="#fff" />
    <rect x="12" y="14" width="13" height="4" rx="2" fill="#7fd3de" />
    <rect x="7" y="20" width="8" height="4" rx="2" fill="#fff" />
    <circle cx="22.5" cy="10" r="2.5" fill="#ffb547" />
  </svg>
)

export const Wordmark = () => (
  <span className="inline-flex items-center gap-2.5">
    <Mark />
    <span className="font-semibold text-[1.0625rem] tracking-tight">Régie</span>
  </span>
)
