import { Languages, Monitor, Moon, Sun } from 'lucide-react'
import { useLanguage, useWords } from '../lib/language.tsx'
import { themes, useTheme } from '../lib/theme.tsx'
import { languages } from '../lib/words.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuBranch, MenuItem } from '../ui/menu.tsx'
import { surfaceWords } from './words.ts'

const languageNames = { fr: 'Français', en: 'English' } as const
const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const

const LanguageItems = () => {
  const { language, setLanguage } = useLanguage()
  return languages.map((one) => (
    <MenuItem key={one} isChosen={one === language} onAction={() => setLanguage(one)}>
      {languageNames[one]}
    </MenuItem>
  ))
}

const ThemeItems = () => {
  const words = useWords(surfaceWords)
  const { theme, setTheme } = useTheme()
  return themes.map((one) => (
    <MenuItem
      key={one}
      icon={themeIcons[one]}
      isChosen={one === theme}
      onAction={() => setTheme(one)}
    >
      {words.themes[one]}
    </MenuItem>
  ))
}

const useThemeIcon = () => (useTheme().resolved === 'dark' ? Moon : Sun)

/** Language and theme, at hand on every page, signed in or not. */
export const PreferenceMenus = () => {
  const words = useWords(surfaceWords)
  const icon = useThemeIcon()
  return (
    <>
      <Menu label={words.language} trigger={<IconButton icon={Languages} label={words.language} />}>
        <LanguageItems />
      </Menu>
      <Menu label={words.theme} trigger={<IconButton icon={icon} label={words.theme} />}>
        <ThemeItems />
      </Menu>
    </>
  )
}

/** The same inside another menu, where the bar has no room for theirs. */
export const PreferenceBranches = () => {
  const words = useWords(surfaceWords)
  const icon = useThemeIcon()
  return (
    <>
      <MenuBranch icon={Languages} title={words.language}>
        <LanguageItems />
      </MenuBranch>
      <MenuBranch icon={icon} title={words.theme}>
        <ThemeItems />
      </MenuBranch>
    </>
  )
}
