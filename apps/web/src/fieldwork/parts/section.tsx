import type { ReactNode } from 'react'

export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-2.5">
    <h2 className="font-semibold text-ink-2">{title}</h2>
    {children}
  </section>
)
