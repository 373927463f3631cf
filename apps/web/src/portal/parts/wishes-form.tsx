import type { VisitPage } from '@regie/contract/portal-visit'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import type { Language } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useSaveWishes } from '../api.ts'
import { visitWords } from '../visit-words.ts'

/** Channels and language of messages about visits; offers are asked apart, and never ticked for anybody. */
export const WishesForm = ({ page, token }: { page: VisitPage; token: string }) => {
  const words = useWords(visitWords)
  const { wishes } = page
  const [language, setLanguage] = useState<Language>(wishes.language)
  const [email, setEmail] = useState(wishes.email?.wanted ?? true)
  const [sms, setSms] = useState(wishes.sms?.wanted ?? true)
  const [offers, setOffers] = useState(wishes.offers)
  const { act, isPending, error, data } = useSaveWishes(token)
  return (
    <details className="rounded-card border border-line bg-surface px-4 py-3 print:hidden">
      <summary className="min-h-8 cursor-pointer font-medium">{words.wishes}</summary>
      <div className="flex flex-col gap-3 pt-3">
        <p className="text-ink-2">{words.wishesText}</p>
        {wishes.email && (
          <Checkbox label={words.byEmail(wishes.email.shown)} value={email} onChange={setEmail} />
        )}
        {wishes.sms && (
          <Checkbox label={words.bySms(wishes.sms.shown)} value={sms} onChange={setSms} />
        )}
        <Segmented<Language>
          label={words.language}
          value={language}
          choices={[
            { id: 'fr', label: words.languages.fr },
            { id: 'en', label: words.languages.en },
          ]}
          onChange={setLanguage}
        />
        <div className="border-line border-t pt-3">
          <Checkbox
            label={words.offers}
            description={words.offersText}
            value={offers}
            onChange={setOffers}
          />
        </div>
        {error && <ProblemNote problem={error} />}
        <Button
          className="min-h-12 justify-center"
          isPending={isPending}
          onPress={() => act({ params: { token }, body: { language, email, sms, offers } })}
        >
          {words.save}
        </Button>
        <div aria-live="polite">{data && <Note tone="good">{words.saved}</Note>}</div>
      </div>
    </details>
  )
}
