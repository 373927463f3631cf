import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PasswordForm } from '../parts/password-form.tsx'
import { ProfileForm } from '../parts/profile-form.tsx'
import { accountWords } from '../settings-words.ts'

export const Account = () => {
  const words = useWords(accountWords)
  const { member } = useSession()
  return (
    <>
      <PageHeader title={words.title} />
      <Page width="reading">
        <Card title={words.profile}>
          <ProfileForm key={member.version} />
        </Card>
        <Card title={words.password} description={words.passwordText}>
          <PasswordForm />
        </Card>
      </Page>
    </>
  )
}
