import type { FieldPart } from '@regie/contract/fieldwork'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { moneyText } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { alongWords } from '../along-words.ts'
import { findParts } from '../find-parts.ts'
import { usePartList } from '../offline/use-parts.ts'

/** Parts of the list that fit what is typed; gone once one of them is taken. */
export const PartMatches = ({
  typed,
  onTake,
}: {
  typed: string
  onTake: (part: FieldPart) => void
}) => {
  const words = useWords(alongWords)
  const { language } = useLanguage()
  const list = usePartList()
  const found = findParts(list, typed)
  if (found.length === 0) return null
  return (
    <section aria-label={words.fromList} className="-mt-2 flex flex-col gap-1.5">
      {found.map((part) => (
        <Button
          key={part.id}
          className="justify-start! py-1.5 text-left"
          onPress={() => onTake(part)}
        >
          <span className="min-w-0">
            <span className="block break-words">{part.name}</span>
            <span className="nums block font-normal text-ink-2 text-sm">
              {[
                part.reference,
                part.priceCents === null
                  ? part.unit
                  : words.price(moneyText(language, part.priceCents), part.unit),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </Button>
      ))}
    </section>
  )
}
