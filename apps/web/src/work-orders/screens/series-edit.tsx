import type { Site } from '@regie/contract/clients'
import type { Contract } from '@regie/contract/contracts'
import type { Series, SeriesDraft } from '@regie/contract/series'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { useSitesOf } from '../../clients/index.ts'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { FormFoot } from '../../ui/form-foot.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { ChangeDialog } from '../parts/change-dialog.tsx'
import type { Scope } from '../parts/scope-choice.tsx'
import { SeriesForm } from '../parts/series-form.tsx'
import { useChangeSeries, useContract, useCreateSeries, useSeries } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'
import { useSeriesForm } from '../use-series-form.ts'

const FORM = 'series'

export const SeriesNew = () => {
  const contractId = useParam('contractId')
  return (
    <Loaded read={useContract(contractId)}>
      {(contract) => <WithSites contract={contract} />}
    </Loaded>
  )
}

const WithSites = ({ contract }: { contract: Contract }) => (
  <Loaded read={useSitesOf(contract.clientId)}>
    {({ items }) => {
      const { siteIds } = contract
      const covered = items.filter(({ id }) => siteIds.length === 0 || siteIds.includes(id))
      return <New contract={contract} sites={covered} />
    }}
  </Loaded>
)

const New = ({ contract, sites }: { contract: Contract; sites: readonly Site[] }) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const navigate = useNavigate()
  const [otherSiteIds, setOtherSites] = useState<string[]>([])
  const today = clock.today()
  const form = useSeriesForm({
    siteId: sites.length === 1 ? (sites[0]?.id ?? '') : '',
    startsOn: [contract.startsOn, today].toSorted().at(-1) ?? today,
  })
  const { actAsync: create } = useCreateSeries()
  const back = `/contracts/${contract.id}`
  return (
    <>
      <PageHeader
        title={words.newSeries}
        path={[
          { label: words.contracts, to: '/contracts' },
          { label: contract.name, to: back },
        ]}
      />
      <Page>
        <SeriesForm
          id={FORM}
          form={form}
          contract={contract}
          sites={sites}
          otherSiteIds={otherSiteIds}
          onOtherSites={setOtherSites}
          onSubmit={async (draft) => {
            const { items } = await create({
              params: { contractId: contract.id },
              body: { ...draft, otherSiteIds },
            })
            const [only] = items
            void navigate({ to: only && items.length === 1 ? `/series/${only.id}` : back })
          }}
        />
        <Foot back={back} isPending={form.formState.isSubmitting} />
      </Page>
    </>
  )
}

export const SeriesEdit = () => {
  const seriesId = useParam('seriesId')
  return (
    <Loaded read={useSeries(seriesId)}>
      {(series) => <WithContract key={seriesId} series={series} />}
    </Loaded>
  )
}

const WithContract = ({ series }: { series: Series }) => (
  <Loaded read={useContract(series.contractId)}>
    {(contract) => <Edit series={series} contract={contract} />}
  </Loaded>
)

/** `from`: the visit one came from, where "this and the following" would begin. */
const given = z.object({ from: z.string().optional() })

const Edit = ({ series, contract }: { series: Series; contract: Contract }) => {
  const words = useWords(seriesWords)
  const navigate = useNavigate()
  const [{ from }] = useAddressState(given)
  const form = useSeriesForm(series)
  const version = useRef(series.version)
  const [draft, setDraft] = useState<SeriesDraft | null>(null)
  const { actAsync: change } = useChangeSeries()
  const back = `/series/${series.id}`
  const save = async (scope: Scope) => {
    if (!draft || scope === 'this') return
    const starts = scope === 'following' ? (from ?? null) : null
    const saving = change({
      params: { seriesId: series.id },
      body: { ...draft, version: version.current, scope, from: starts },
    })
    try {
      const done = await orShowCurrent(saving, (current) => {
        version.current = (current as unknown as Series).version
        form.reset(current as unknown as Series)
      })
      showToast({ tone: 'good', title: words.saved })
      void navigate({ to: `/series/${done.series.id}` })
    } catch (error) {
      setDraft(null)
      showProblem(error)
    }
  }
  return (
    <>
      <PageHeader
        title={series.work.title}
        path={[
          { label: words.contracts, to: '/contracts' },
          { label: contract.name, to: `/contracts/${contract.id}` },
          { label: words.seriesOf, to: back },
        ]}
      />
      <Page>
        <SeriesForm
          id={FORM}
          form={form}
          contract={contract}
          otherSiteIds={[]}
          onOtherSites={() => undefined}
          onSubmit={async (typed) => setDraft(typed)}
        />
        <Foot back={back} isPending={form.formState.isSubmitting} />
      </Page>
      {draft && (
        <ChangeDialog
          seriesId={series.id}
          version={version.current}
          draft={draft}
          choices={from ? ['following', 'all'] : ['all']}
          from={from ?? null}
          onClose={() => setDraft(null)}
          onChoose={save}
        />
      )}
    </>
  )
}

const Foot = ({ back, isPending }: { back: string; isPending: boolean }) => {
  const words = useWords(seriesWords)
  return (
    <FormFoot>
      <Link to={back} className={buttonClass({})}>
        {words.cancel}
      </Link>
      <Button type="submit" form={FORM} tone="primary" isPending={isPending}>
        {words.save}
      </Button>
    </FormFoot>
  )
}
