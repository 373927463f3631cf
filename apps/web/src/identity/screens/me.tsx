import { Link } from '@tanstack/react-router'
import { Bell, CalendarCheck, ListChecks, LocateFixed, LogOut, Timer } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { themes, useTheme } from '../../lib/theme.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useSignOut } from '../api.ts'
import { PasswordForm } from '../parts/password-form.tsx'
import { accountWords } from '../settings-words.ts'
import { roleWords } from '../words.ts'

/** The technician's own page: who I am here, how the phone speaks and looks, the way out. */
export const Me = () => {
  const words = useWords(accountWords)
  const roles = useWords(roleWords)
  const { user, member, organization } = useSession()
  const { language, setLanguage } = useLanguage()
  const { theme, setTheme } = useTheme()
  const { signOut, isPending } = useSignOut()
  return (
    <>
      <PageHeader title={words.me} />
      <Page>
        <div className="flex items-center gap-4">
          <Avatar name={user.name} size="large" />
          <div className="min-w-0">
            <p className="truncate font-semibold text-lg">{user.name}</p>
            <p className="truncate text-ink-2">
              {organization.name} · {roles.names[member.role]}
            </p>
          </div>
        </div>
        <Link to="/notifications" className={`${buttonClass({})} justify-start!`}>
          <Bell aria-hidden className="size-5" />
          {words.notifications}
        </Link>
        <Link to="/availability" className={`${buttonClass({})} justify-start!`}>
          <CalendarCheck aria-hidden className="size-5" />
          {words.availability}
        </Link>
        <Link to="/hours" className={`${buttonClass({})} justify-start!`}>
          <Timer aria-hidden className="size-5" />
          {words.hours}
        </Link>
        <Link to="/sharing" className={`${buttonClass({})} justify-start!`}>
          <LocateFixed aria-hidden className="size-5" />
          {words.sharing}
        </Link>
        <Link to="/reviews" className={`${buttonClass({})} justify-start!`}>
          <ListChecks aria-hidden className="size-5" />
          {words.reviews}
        </Link>
        <Card title={words.language}>
          <div className="grid">
            <Segmented
              label={words.language}
              value={language}
              onChange={setLanguage}
              choices={[
                { id: 'fr', label: words.languages.fr },
                { id: 'en', label: words.languages.en },
              ]}
            />
          </div>
        </Card>
        <Card title={words.appearance}>
          <div className="grid">
            <Segmented
              label={words.appearance}
              value={theme}
              onChange={setTheme}
              choices={themes.map((id) => ({ id, label: words.themes[id] }))}
            />
          </div>
        </Card>
        <Card title={words.password} description={words.passwordText}>
          <PasswordForm />
        </Card>
        <Button icon={LogOut} isPending={isPending} onPress={signOut}>
          {words.signOut}
        </Button>
      </Page>
    </>
  )
}
