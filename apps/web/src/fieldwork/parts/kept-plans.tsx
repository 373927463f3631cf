import type { SheetLineOf } from '@regie/contract/call-sheet-content'
import type { StagePlans } from '@regie/contract/production-stage-plans'
import type { ReactNode } from 'react'
import { StagePlansOf } from '../../productions/index.ts'
import { useFile } from '../offline/use-file.ts'

type Props = {
  readonly plans: StagePlans
  readonly duties: readonly SheetLineOf<'duties'>[]
  readonly timeZone: string
}

/** Where one works and beside whom, from the phone itself. */
export const KeptPlans = (props: Props) => (
  <StagePlansOf {...props} picture={({ fileId }, draw) => <Picture id={fileId} draw={draw} />} />
)

const Picture = ({ id, draw }: { id: string; draw: (address: string) => ReactNode }) => {
  const address = useFile(id)
  return address ? draw(address) : null
}
