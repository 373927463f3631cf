import type { Signature } from '@regie/contract/report-content'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { reportWords } from '../words.ts'
import { StrokesView } from './strokes-view.tsx'

/** Who signed, how the work was accepted, and the strokes. */
export const SignatureView = ({ signature }: { signature: Signature }) => {
  const words = useWords(reportWords)
  const clock = useClock()
  const { signer, acceptance } = signature
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{words.acceptances[acceptance?.kind ?? 'absent']}</p>
      {acceptance?.kind === 'with_reserves' && (
        <ol className="list-decimal pl-5">
          {acceptance.reserves.map((reserve) => (
            <li key={reserve}>{reserve}</li>
          ))}
        </ol>
      )}
      {acceptance?.kind === 'refused' && <p>{acceptance.reasons}</p>}
      {signer.kind === 'absent' ? (
        <p>{signer.reason}</p>
      ) : (
        <>
          <StrokesView strokes={signer.strokes} label={words.signature} />
          <p>{words.signedBy(signer.name, signer.role)}</p>
        </>
      )}
      {signature.clientRemarks && <p className="text-ink-2">{signature.clientRemarks}</p>}
      <p className="nums text-ink-2 text-sm">
        {clock.dateAt(signature.deviceAt, 'dated')} {clock.time(signature.deviceAt)} ·{' '}
        {signature.by}
      </p>
    </div>
  )
}
