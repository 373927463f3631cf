import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

/** A word on pointing or focusing; the trigger must be a React Aria button or wrapped in Focusable. */
export const Tooltip = ({ text, children }: { text: string; children: ReactElement }) => (
  <TooltipTrigger delay={500} closeDelay={80}>
    {children}
    <AriaTooltip
      offset={6}
      className="max-w-64 rounded-control bg-ink px-2 py-1 text-canvas text-xs shadow-raised data-entering:opacity-0 data-exiting:opacity-0"
    >
      {text}
    </AriaTooltip>
  </TooltipTrigger>
)
