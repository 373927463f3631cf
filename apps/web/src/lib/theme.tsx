// Light, dark, or as the system says. The resolved theme stands on <html data-theme>; tokens.css does the rest.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const STORED = 'regie.theme'
const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

const stored = (): Theme => {
  try {
    const value = localStorage.getItem(STORED)
    return themes.find((theme) => theme === value) ?? 'system'
  } catch {
    return 'system'
  }
}

type Value = {
  readonly theme: Theme
  readonly resolved: 'light' | 'dark'
  readonly setTheme: (theme: Theme) => void
}

const Context = createContext<Value>({
  theme: 'system',
  resolved: 'light',
  setTheme: () => undefined,
})

export const ThemeProvider = ({ children }: { children: ReactNode }) => {
  const [theme, set] = useState<Theme>(stored)
  const [dark, setDark] = useState(() => systemDark().matches)
  useEffect(() => {
    const query = systemDark()
    const follow = () => setDark(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  const resolved = theme === 'system' ? (dark ? 'dark' : 'light') : theme
  useEffect(() => {
    document.documentElement.dataset.theme = resolved
  }, [resolved])
  const value = useMemo(() => {
    const setTheme = (next: Theme) => {
      try {
        localStorage.setItem(STORED, next)
      } catch {
        // Without storage the choice lasts as long as the page.
      }
      set(next)
    }
    return { theme, resolved, setTheme } as const
  }, [theme, resolved])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** `resolved` changes with the theme: a canvas redraws on it and reads its colours from the CSS variables. */
export const useTheme = (): Value => useContext(Context)
