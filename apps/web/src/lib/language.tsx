// The language in force: the member's preference, else what was chosen on this device, else the browser's.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { I18nProvider } from 'react-aria-components'
import { type Language, languages, localeOf, type Words, type WordTable } from './words.ts'

const STORED = 'regie.language'

const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value)

const stored = (): Language | null => {
  try {
    const value = localStorage.getItem(STORED)
    return isLanguage(value) ? value : null
  } catch {
    return null
  }
}

const firstLanguage = (): Language =>
  stored() ?? (/^fr/i.test(globalThis.navigator?.language ?? 'fr') ? 'fr' : 'en')

let current: Language = firstLanguage()

/** For code outside React (requests name their language); screens use `useLanguage`. */
export const currentLanguage = (): Language => current

type Value = { readonly language: Language; readonly setLanguage: (language: Language) => void }

const Context = createContext<Value>({ language: current, setLanguage: () => undefined })

export const LanguageProvider = ({
  children,
  initial,
}: {
  children: ReactNode
  initial?: Language
}) => {
  const [language, set] = useState<Language>(initial ?? current)
  current = language
  document.documentElement.lang = language
  const setLanguage = useCallback((next: Language) => {
    try {
      localStorage.setItem(STORED, next)
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    set(next)
  }, [])
  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return (
    <Context.Provider value={value}>
      <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>
    </Context.Provider>
  )
}

/** A part that speaks the language of its reader, whatever the rest of the screen speaks: a document to sign. */
export const Speaking = ({
  language,
  isPage = false,
  children,
}: {
  language: Language
  /** The whole page: what the server and the network say is said in it too. */
  isPage?: boolean
  children: ReactNode
}) => {
  const around = useContext(Context)
  useEffect(() => {
    if (!isPage) return
    const before = current
    current = language
    document.documentElement.lang = language
    return () => {
      current = before
    }
  }, [isPage, language])
  const value = useMemo(() => ({ ...around, language }), [around, language])
  return (
    <Context.Provider value={value}>
      <I18nProvider locale={localeOf(language)}>
        <div lang={language} className="contents">
          {children}
        </div>
      </I18nProvider>
    </Context.Provider>
  )
}

export const useLanguage = (): Value => useContext(Context)

/** The folder's words in the language in force: `const words = useWords(clientWords)`. */
export const useWords = <T extends WordTable>(words: Words<T>): Words<T>['fr'] =>
  words[useLanguage().language]
