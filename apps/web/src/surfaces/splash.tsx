import { useWords } from '../lib/language.tsx'
import { Mark } from '../ui/wordmark.tsx'
import { surfaceWords } from './words.ts'

/** While the session loads; visible only when that takes long. */
export const Splash = () => {
  const words = useWords(surfaceWords)
  return (
    <div role="status" className="grid min-h-dvh place-items-center">
      <div className="flex animate-pulse flex-col items-center gap-3 text-ink-2">
        <Mark className="size-12" />
        {words.loading}
      </div>
    </div>
  )
}
