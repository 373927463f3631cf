type Figure = {
  readonly label: string
  readonly value: string
  /** What it is a share of, or what goes with it. */
  readonly note?: string
}

/** A row of figures with what each counts. */
export const FigureTiles = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <dl className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-3">
    {figures.map(({ label, value, note }) => (
      <div key={label} className="flex flex-col rounded-card border border-line bg-surface p-3">
        <dt className="text-ink-2 text-xs">{label}</dt>
        <dd className="nums mt-auto pt-1 font-semibold text-xl">{value}</dd>
        <dd className="nums text-ink-2 text-xs">{note || '\u00a0'}</dd>
      </div>
    ))}
  </dl>
)
