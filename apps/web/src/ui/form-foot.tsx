import type { ReactNode } from 'react'

/** The buttons of a long form: in sight while it scrolls. */
export const FormFoot = ({ children }: { children: ReactNode }) => (
  <div className="sticky bottom-0 z-10 -mx-(--pad) flex justify-end gap-2 border-line border-t bg-canvas px-(--pad) py-3">
    {children}
  </div>
)
