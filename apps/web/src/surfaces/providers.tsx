// What every surface stands in: words, theme, server state.
import { type ReactNode, useState } from 'react'
import { LanguageProvider } from '../lib/language.tsx'
import { makeQueryClient, readKey, ServerStateProvider } from '../lib/server-state.tsx'
import { readSession } from '../lib/session-endpoint.ts'
import { ThemeProvider } from '../lib/theme.tsx'

export const Providers = ({ children }: { children: ReactNode }) => {
  const [client] = useState(() => {
    const made = makeQueryClient(() => {
      // Asking again turns the gate: it answers 401 and the sign-in page follows.
      void made.invalidateQueries({ queryKey: readKey(readSession), refetchType: 'active' })
    })
    return made
  })
  return (
    <ThemeProvider>
      <LanguageProvider>
        <ServerStateProvider client={client}>{children}</ServerStateProvider>
      </LanguageProvider>
    </ThemeProvider>
  )
}
