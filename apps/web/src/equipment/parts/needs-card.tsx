import type { ComponentProps } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Card } from '../../ui/card.tsx'
import { equipmentWords } from '../words.ts'
import { NeedsField } from './needs-field.tsx'

/** The part of a form in which work says what equipment it needs; not there for whoever may not see equipment. */
export const NeedsCard = (props: ComponentProps<typeof NeedsField>) => {
  const words = useWords(equipmentWords)
  if (!useCan()('equipment.read')) return null
  return (
    <Card title={words.needs} description={words.needsHelp}>
      <NeedsField {...props} />
    </Card>
  )
}
