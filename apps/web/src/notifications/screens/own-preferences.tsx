import { type OwnPreferences, savePreferences } from '@regie/contract/notifications'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useOwnPreferences, useSavePreferences } from '../api-inbox.ts'
import { inboxWords, preferenceWords } from '../inbox-words.ts'
import { KindPreferences } from '../parts/kind-preferences.tsx'
import { MeansPreferences } from '../parts/means-preferences.tsx'
import { PushSwitch } from '../parts/push-switch.tsx'
import { QuietPreferences } from '../parts/quiet-preferences.tsx'

/** How I wish to be told at the desk; the phone has a screen of its own. */
export const OwnPreferencesScreen = () => {
  const words = useWords(preferenceWords)
  const inbox = useWords(inboxWords)
  const { data, error, refetch } = useOwnPreferences()
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        path={[{ label: inbox.title, to: '/inbox' }]}
      />
      <Page width="reading">
        {data && <Preferences key={data.version} known={data} reload={refetch} />}
        {!data && !error && <Skeleton className="h-60 w-full" />}
        {!data && error && <ErrorState problem={error} retry={() => void refetch()} />}
      </Page>
    </>
  )
}

type Props = { readonly known: OwnPreferences; readonly reload: () => Promise<unknown> }

const Preferences = ({ known, reload }: Props) => {
  const words = useWords(preferenceWords)
  const [own, setOwn] = useState(known)
  const { actAsync, isPending, error } = useSavePreferences()
  const change = (more: Partial<OwnPreferences>) => setOwn({ ...own, ...more })
  const save = async () => {
    try {
      await actAsync({ body: savePreferences.body.parse(own) })
      showToast({ tone: 'good', title: words.saved })
    } catch (fault) {
      if (toProblem(fault).code === 'stale_version') await reload()
    }
  }
  return (
    <>
      <Card title={words.reach} description={words.reachText}>
        <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
          <dt className="text-ink-2">{words.email}</dt>
          <dd className="break-all">{own.reach.email || words.none}</dd>
          <dt className="text-ink-2">{words.mobile}</dt>
          <dd className="nums">{own.reach.mobile || words.none}</dd>
        </dl>
        <PushSwitch />
      </Card>
      <MeansPreferences own={own} onChange={change} />
      {own.rules.length > 0 && (
        <Card title={words.kinds} description={words.kindsText}>
          <KindPreferences own={own} onChange={change} />
        </Card>
      )}
      <QuietPreferences own={own} onChange={change} />
      {error && <ProblemNote problem={error} />}
      <Button
        tone="primary"
        className="self-start"
        isPending={isPending}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
    </>
  )
}
