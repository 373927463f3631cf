import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import type { Session } from '../../lib/session-endpoint.ts'
import { useEnter, useSetupNeeded } from '../api.ts'
import { Door } from '../parts/door.tsx'
import { SetupHouse } from '../parts/setup-house.tsx'
import { SetupTechnicians } from '../parts/setup-technicians.tsx'
import { setupWords } from '../setup-words.ts'

type Step = 'organization' | 'owner' | 'technicians'
const steps: readonly Step[] = ['organization', 'owner', 'technicians']

/** The first minutes of an empty Régie: organisation, owner, first technicians. */
export const Setup = () => {
  const words = useWords(setupWords)
  const setup = useSetupNeeded()
  const enter = useEnter()
  const [step, setStep] = useState<Step>('organization')
  const [session, setSession] = useState<Session | null>(null)
  if (setup.data?.needed === false && !session) return <Navigate to="/sign-in" replace />
  const text = {
    organization: words.organizationText,
    owner: words.ownerText,
    technicians: words.techniciansText,
  }
  return (
    <Door title={words[step]} text={text[step]} isWide>
      <Steps current={steps.indexOf(step)} />
      {session ? (
        <SetupTechnicians onDone={() => enter(session)} />
      ) : (
        <SetupHouse
          step={step === 'owner' ? 'owner' : 'organization'}
          onStep={setStep}
          onMade={(made) => {
            setSession(made)
            setStep('technicians')
          }}
        />
      )}
    </Door>
  )
}

const Steps = ({ current }: { current: number }) => {
  const words = useWords(setupWords)
  return (
    <div className="flex items-center gap-3">
      <ol aria-hidden className="flex flex-1 gap-1.5">
        {steps.map((step, index) => (
          <li
            key={step}
            className={`h-1 flex-1 rounded-full ${index <= current ? 'bg-accent' : 'bg-line'}`}
          />
        ))}
      </ol>
      <p role="status" className="text-[0.8125rem] text-ink-2">
        {words.step(current + 1, steps.length)}
      </p>
    </div>
  )
}
