/** The number on a bell; nothing when there is none. The bell's own name says it to who cannot see. */
export const UnreadMark = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <span
      aria-hidden
      className="nums absolute top-0 right-0 min-w-4.5 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-on-accent leading-4.5"
    >
      {count > 99 ? '99+' : count}
    </span>
  )
