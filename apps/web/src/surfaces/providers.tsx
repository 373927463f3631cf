// What every surface stands in: words, theme, server state.
import { type ReactNode, useEffect, useState } from 'react'
import { LanguageProvider } from '../lib/language.tsx'
import { makeQueryClient, readKey, ServerStateProvider } from '../lib/server-state.tsx'
import { readSession } from '../lib/session-endpoint.ts'
import { onSessionChanged } from '../lib/session-news.ts'
import { ThemeProvider } from '../lib/theme.tsx'

/** A 401 anywhere asks for the session again, whose own 401 opens the sign-in page (and asks no more). */
const makeSessionClient = () => {
  const [session] = readKey(readSession)
  const client = makeQueryClient((read) => {
    if (read !== session) void client.invalidateQueries({ queryKey: [session] })
  })
  return client
}

export const Providers = ({ children }: { children: ReactNode }) => {
  const [client] = useState(makeSessionClient)
  useEffect(() => onSessionChanged(() => void client.resetQueries()), [client])
  return (
    <ThemeProvider>
      <LanguageProvider>
        <ServerStateProvider client={client}>{children}</ServerStateProvider>
      </LanguageProvider>
    </ThemeProvider>
  )
}
