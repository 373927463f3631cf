import { Languages, Moon, Sun } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useTheme } from '../../lib/theme.tsx'
import { Button as TextButton } from '../../ui/button.tsx'
import { doorWords } from '../words.ts'

/** Each language is named in itself: who cannot read the page must find it. */
export const DoorMenus = () => {
  const { language, setLanguage } = useLanguage()
  const { resolved, setTheme } = useTheme()
  const Icon = resolved === 'dark' ? Sun : Moon
  const words = useWords(doorWords)
  return (
    <>
      <TextButton
        tone="quiet"
        icon={Languages}
        onPress={() => setLanguage(language === 'fr' ? 'en' : 'fr')}
      >
        {words.otherLanguage}
      </TextButton>
      <Button
        aria-label={resolved === 'dark' ? words.lightTheme : words.darkTheme}
        onPress={() => setTheme(resolved === 'dark' ? 'light' : 'dark')}
        className="grid size-(--control) place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <Icon aria-hidden className="size-4.5" />
      </Button>
    </>
  )
}
