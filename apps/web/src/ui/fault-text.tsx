import { CircleAlert } from 'lucide-react'

/** A fault of something that is no single field: a line of a list. The form brings it into sight. */
export const FaultText = ({ children }: { children: string | undefined }) =>
  children ? (
    <p role="alert" data-fault className="flex items-start gap-1.5 text-[0.8125rem] text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {children}
    </p>
  ) : null
