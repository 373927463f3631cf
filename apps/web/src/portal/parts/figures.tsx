import type { PromiseFigures } from '@regie/contract/portal-office'
import { durationText } from '../../lib/duration.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { FigureTiles } from '../../ui/figure-tiles.tsx'
import { portalWords } from '../words.ts'

/** How promises were kept. Each figure is counted from the list below it. */
export const Figures = ({ figures }: { figures: PromiseFigures }) => {
  const words = useWords(portalWords)
  const { language } = useLanguage()
  const { visits, onFirst, given, confirmed, late, withdrawn, unreachable } = figures
  const { medianLateSeconds, averageStars, ratings } = figures
  const percent = (some: number, all: number) =>
    all === 0 ? words.nothing : `${Math.round((some / all) * 100)} %`
  const items = [
    {
      label: words.figures.onFirst,
      value: percent(onFirst, visits),
      note: words.of(onFirst, visits),
    },
    { label: words.figures.given, value: String(given), note: '' },
    {
      label: words.figures.confirmed,
      value: percent(confirmed, given),
      note: words.of(confirmed, given),
    },
    {
      label: words.figures.late,
      value: String(late),
      note:
        medianLateSeconds === null
          ? ''
          : `${words.figures.medianLate} ${durationText(language, Math.round(medianLateSeconds / 60))}`,
    },
    { label: words.figures.withdrawn, value: String(withdrawn), note: '' },
    { label: words.figures.unreachable, value: String(unreachable), note: '' },
    {
      label: words.figures.stars,
      value: averageStars === null ? words.nothing : averageStars.toLocaleString(language),
      note: ratings === 0 ? '' : `/5 (${ratings})`,
    },
  ]
  return <FigureTiles figures={items} />
}
