import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export type TabEntry = {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon
  /** A number beside the label. */
  readonly count?: number
  readonly content: ReactNode
}

type Props = {
  readonly label: string
  readonly tabs: readonly TabEntry[]
  /** Controlled, e.g. from the address; the first tab otherwise. */
  readonly value?: string
  readonly onChange?: (id: string) => void
}

export const Tabs = ({ label, tabs, value, onChange }: Props) => (
  <AriaTabs
    selectedKey={value}
    onSelectionChange={(key) => onChange?.(String(key))}
    className="flex min-w-0 flex-col"
  >
    <TabList
      aria-label={label}
      className="flex gap-1 overflow-x-auto border-line border-b px-(--pad)"
    >
      {tabs.map(({ id, label: text, icon: Icon, count }) => (
        <Tab
          key={id}
          id={id}
          className="flex min-h-10 cursor-default items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-2.5 text-ink-2 outline-offset-[-2px] hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink field:min-h-12"
        >
          {Icon && <Icon aria-hidden className="size-4" />}
          {text}
          {count !== undefined && (
            <span className="nums rounded-full bg-sunken px-1.5 text-ink-2 text-xs">{count}</span>
          )}
        </Tab>
      ))}
    </TabList>
    {tabs.map(({ id, content }) => (
      <TabPanel key={id} id={id} className="min-w-0 outline-offset-[-2px]">
        {content}
      </TabPanel>
    ))}
  </AriaTabs>
)
