import type { Position } from '@regie/contract/kernel'
import { MapPin, MapPinOff } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { mapUrl, positionText } from '../../lib/position.ts'
import { Badge } from '../../ui/badge.tsx'
import { clientWords } from '../words.ts'

/** Where it is, as a way to the map; or the mark of a place that nobody has found yet. */
export const PositionMark = ({ position }: { position: Position | null }) => {
  const words = useWords(clientWords)
  if (!position)
    return (
      <Badge tone="warn" icon={MapPinOff}>
        {words.noPosition}
      </Badge>
    )
  return (
    <a
      href={mapUrl(position)}
      target="_blank"
      rel="noreferrer"
      title={words.onMap}
      className="nums inline-flex items-center gap-1 text-accent hover:underline"
    >
      <MapPin aria-hidden className="size-3.5 shrink-0" />
      {positionText(position)}
    </a>
  )
}
