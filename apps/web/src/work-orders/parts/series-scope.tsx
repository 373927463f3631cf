import type { Series, SeriesDraft, SeriesWork, Visit } from '@regie/contract/series'
import type { WorkOrder } from '@regie/contract/work-orders'
import { showProblem } from '../../ui/toast-queue.ts'
import { useChangeSeries } from '../series-api.ts'
import { workOf } from '../use-series-form.ts'
import type { WorkOrderOutput } from '../use-work-order-form.ts'
import { ChangeDialog } from './change-dialog.tsx'
import type { Scope } from './scope-choice.tsx'

type Props = {
  readonly series: Series
  readonly visit: Visit
  /** The work order as it was before it was edited. */
  readonly before: WorkOrder
  readonly draft: WorkOrderOutput
  readonly onClose: () => void
  readonly onThis: () => Promise<unknown>
  readonly onSaved: () => void
}

/** The series with what was edited here; what this visit had of its own stays its own. */
function seriesWith({ series, visit, before, draft }: Props): SeriesDraft {
  const [was, is] = [workOf(before), workOf({ ...before, ...draft })]
  const edited = Object.fromEntries(
    (Object.keys(is) as (keyof SeriesWork)[])
      .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
      .map((key) => [key, is[key]]),
  )
  const own = series.seasonWork[visit.season] ?? null
  return {
    siteId: series.siteId,
    rule: series.rule,
    preferredTechnicianId: series.preferredTechnicianId,
    work: own ? series.work : { ...series.work, ...edited },
    seasonWork: series.seasonWork.map((work, index) =>
      work && index === visit.season ? { ...work, ...edited } : work,
    ),
  }
}

/** "This one, this and the following, or all": asked when work of a series is edited. */
export const SeriesScope = (props: Props) => {
  const { series, visit, onClose, onThis, onSaved } = props
  const { actAsync: change } = useChangeSeries()
  const draft = seriesWith(props)
  const save = async (scope: Scope) => {
    try {
      if (scope === 'this') await onThis()
      else
        await change({
          params: { seriesId: series.id },
          body: {
            ...draft,
            version: series.version,
            scope,
            from: scope === 'following' ? visit.occursOn : null,
          },
        })
      onSaved()
    } catch (error) {
      onClose()
      showProblem(error)
    }
  }
  return (
    <ChangeDialog
      seriesId={series.id}
      version={series.version}
      draft={draft}
      choices={['this', 'following', 'all']}
      from={visit.occursOn}
      onClose={onClose}
      onChoose={save}
    />
  )
}
