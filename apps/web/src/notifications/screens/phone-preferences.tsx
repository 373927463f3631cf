import { type Preferences, savePreferences } from '@regie/contract/notifications'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { useSession } from '../../lib/session.tsx'
import { Card } from '../../ui/card.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { preferenceWords } from '../inbox-words.ts'
import { KindPreferences } from '../parts/kind-preferences.tsx'
import { usePreferences, useSavePreferences } from '../phone/api.ts'
import { PreferencesCards } from '../phone/preferences-cards.tsx'
import { PushCard } from '../phone/push-card.tsx'
import { phoneNotificationWords } from '../phone/words.ts'

/** How I am told: this phone's switch, the ways to reach me, my quiet hours. */
export const PhonePreferences = () => {
  const words = useWords(phoneNotificationWords)
  const isTechnician = useSession().member.technicianId !== null
  return (
    <>
      <Link to="/me" className="flex min-h-12 items-center gap-2 px-4 text-accent">
        <ArrowLeft aria-hidden className="size-5" />
        {words.back}
      </Link>
      <PageHeader title={words.title} />
      <Page>
        <PushCard />
        {isTechnician && <Own />}
      </Page>
    </>
  )
}

const Own = () => {
  const words = useWords(phoneNotificationWords)
  const kindWords = useWords(preferenceWords)
  const { data, error, refetch } = usePreferences()
  const { actAsync, isPending } = useSavePreferences()
  const save = async (body: Preferences) => {
    try {
      await actAsync({ body })
      showToast({ tone: 'good', title: words.saved })
    } catch (failure) {
      const problem = toProblem(failure)
      if (problem.code === 'stale_version') await refetch()
      showToast({ tone: 'bad', title: problem.message, text: problem.remedy })
    }
  }
  if (data)
    return (
      <>
        <PreferencesCards value={data} save={(next) => void save(next)} isBusy={isPending} />
        <Card title={kindWords.kinds} description={kindWords.kindsText}>
          <KindPreferences
            own={data}
            onChange={(change) => void save(savePreferences.body.parse({ ...data, ...change }))}
          />
        </Card>
      </>
    )
  return error ? <Note tone="info">{words.onlineOnly}</Note> : <Skeleton className="h-40 w-full" />
}
