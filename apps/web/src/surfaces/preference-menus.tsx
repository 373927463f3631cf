import { Languages, Monitor, Moon, Sun } from 'lucide-react'
import { useLanguage, useWords } from '../lib/language.tsx'
import { themes, useTheme } from '../lib/theme.tsx'
import { languages } from '../lib/words.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { surfaceWords } from './words.ts'

const languageNames = { fr: 'Français', en: 'English' } as const
const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const

/** Language and theme, at hand on every page, signed in or not. */
export const PreferenceMenus = () => {
  const words = useWords(surfaceWords)
  const { language, setLanguage } = useLanguage()
  const { theme, resolved, setTheme } = useTheme()
  return (
    <>
      <Menu label={words.language} trigger={<IconButton icon={Languages} label={words.language} />}>
        {languages.map((one) => (
          <MenuItem key={one} isChosen={one === language} onAction={() => setLanguage(one)}>
            {languageNames[one]}
          </MenuItem>
        ))}
      </Menu>
      <Menu
        label={words.theme}
        trigger={<IconButton icon={resolved === 'dark' ? Moon : Sun} label={words.theme} />}
      >
        {themes.map((one) => (
          <MenuItem
            key={one}
            icon={themeIcons[one]}
            isChosen={one === theme}
            onAction={() => setTheme(one)}
          >
            {words.themes[one]}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
