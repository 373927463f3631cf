import type { AnswerPage } from '@regie/contract/answer-links'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import type { Language } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useAnswerPage, useSaveLinkedPreferences } from '../api.ts'
import { linkedPreferenceWords } from '../linked-words.ts'

type Props = { readonly page: AnswerPage; readonly token: string }

/** How I wish to be told, without an account: channels, language, quiet hours. Nothing is changed before it is saved. */
export const LinkedPreferences = ({ page, token }: Props) => {
  const words = useWords(linkedPreferenceWords)
  const { preferences } = page
  const { quiet } = preferences
  const [language, setLanguage] = useState<Language>(page.language)
  const [email, setEmail] = useState(preferences.email?.wanted ?? true)
  const [sms, setSms] = useState(preferences.sms?.wanted ?? true)
  const [isOwn, setOwn] = useState(preferences.quietFrom !== null)
  const [from, setFrom] = useState(preferences.quietFrom ?? quiet.from)
  const [until, setUntil] = useState(preferences.quietUntil ?? quiet.until)
  const { actAsync, isPending, error, data, reset } = useSaveLinkedPreferences(token)
  const { refetch } = useAnswerPage(token)
  const isSilent = !(preferences.email && email) && !(preferences.sms && sms)
  const save = () => {
    const hours = isOwn ? { quietFrom: from, quietUntil: until } : nobodys
    const body = { version: preferences.version, language, email, sms, ...hours }
    // Changed meanwhile on another phone: what stands now is fetched, and can be saved over.
    void actAsync({ params: { token }, body }).catch(() => void refetch())
  }
  const touch = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      reset()
      set(value)
    }
  }
  return (
    <details className="rounded-card border border-line bg-surface px-4 py-3 print:hidden">
      <summary className="min-h-8 cursor-pointer font-medium">{words.title}</summary>
      <div className="flex flex-col gap-4 pt-3">
        <p className="text-ink-2">{words.text(page.organization)}</p>
        {preferences.email && (
          <Checkbox
            label={words.byEmail(preferences.email.shown)}
            value={email}
            onChange={touch(setEmail)}
          />
        )}
        {preferences.sms && (
          <Checkbox
            label={words.bySms(preferences.sms.shown)}
            value={sms}
            onChange={touch(setSms)}
          />
        )}
        {isSilent && <Note tone="warn">{words.silent}</Note>}
        <Segmented<Language>
          label={words.language}
          value={language}
          choices={[
            { id: 'fr', label: words.languages.fr },
            { id: 'en', label: words.languages.en },
          ]}
          onChange={touch(setLanguage)}
        />
        <div className="flex flex-col gap-3 border-line border-t pt-4">
          <Checkbox
            label={words.quiet}
            description={words.quietText(quiet.from, quiet.until)}
            value={isOwn}
            onChange={touch(setOwn)}
          />
          {isOwn && (
            <div className="grid grid-cols-2 gap-3">
              <TimeField
                label={words.from}
                value={from}
                onChange={(time) => time && touch(setFrom)(time)}
              />
              <TimeField
                label={words.until}
                value={until}
                onChange={(time) => time && touch(setUntil)(time)}
              />
            </div>
          )}
        </div>
        {error && <ProblemNote problem={error} />}
        <Button className="min-h-12 justify-center" isPending={isPending} onPress={save}>
          {words.save}
        </Button>
        <div aria-live="polite">{data && <Note tone="good">{words.saved}</Note>}</div>
      </div>
    </details>
  )
}

const nobodys = { quietFrom: null, quietUntil: null }
