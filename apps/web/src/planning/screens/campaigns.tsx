import type { Campaign } from '@regie/contract/planning-campaigns'
import { Link, useNavigate } from '@tanstack/react-router'
import { Shuffle } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useCampaign, useCampaigns } from '../api-campaigns.ts'
import { campaignWords } from '../campaign-words.ts'
import { CampaignPreview } from '../parts/campaign-preview.tsx'
import { ClearingForm } from '../parts/clearing-form.tsx'
import { HandoverForm } from '../parts/handover-form.tsx'
import { RoundForm } from '../parts/round-form.tsx'

const tones = { preview: 'info', applied: 'good', undone: 'neutral' } as const

/** Planning anew for many at once: the wizard, and the last ones. */
export const Campaigns = () => {
  const words = useWords(campaignWords)
  const navigate = useNavigate()
  const [kind, setKind] = useState<Campaign['kind']>('handover')
  const open = (id: string) => void navigate({ to: `/planning/campaigns/${id}` })
  return (
    <>
      <PageHeader title={words.title} description={words.intro} />
      <Page width="reading">
        <Card>
          <div className="flex flex-col gap-4">
            <Segmented
              label={words.title}
              value={kind}
              choices={[
                { id: 'handover', label: words.handover },
                { id: 'round', label: words.round },
                { id: 'clearing', label: words.clearing },
              ]}
              onChange={setKind}
            />
            <p className="text-ink-2">{words[`${kind}Text`]}</p>
            {kind === 'handover' && <HandoverForm onStarted={open} />}
            {kind === 'round' && <RoundForm onStarted={open} />}
            {kind === 'clearing' && <ClearingForm onStarted={open} />}
          </div>
        </Card>
        <Last />
      </Page>
    </>
  )
}

const Last = () => {
  const words = useWords(campaignWords)
  const { data } = useCampaigns()
  return (
    <Card title={words.last} isFlush>
      <Table
        label={words.last}
        rows={data?.items ?? []}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={Shuffle} title={words.noneYet} text={words.noneYetText} />}
      />
    </Card>
  )
}

const useColumns = (): Column<Campaign>[] => {
  const words = useWords(campaignWords)
  const clock = useClock()
  return [
    {
      id: 'name',
      header: words.visit,
      isMain: true,
      cell: ({ id, kind, name, from, until, visits }) => (
        <RowLink
          to={`/planning/campaigns/${id}`}
          detail={`${words.kinds[kind]} · ${clock.date(from, 'short')} – ${clock.date(until, 'short')} · ${words.visits(visits)}`}
        >
          {name}
        </RowLink>
      ),
    },
    {
      id: 'state',
      header: words.proposed,
      isHeaderHidden: true,
      width: '9rem',
      align: 'end',
      cell: ({ state }) => <Badge tone={tones[state]}>{words.states[state]}</Badge>,
    },
  ]
}

export const CampaignDetail = () => {
  const campaignId = useParam('campaignId')
  const words = useWords(campaignWords)
  const clock = useClock()
  return (
    <Loaded read={useCampaign(campaignId)}>
      {(campaign) => (
        <>
          <PageHeader
            title={`${words.kinds[campaign.kind]} : ${campaign.name}`}
            path={[{ label: words.title, to: '/planning/campaigns' }]}
            aside={<Badge tone={tones[campaign.state]}>{words.states[campaign.state]}</Badge>}
            description={`${clock.date(campaign.from, 'long')} – ${clock.date(campaign.until, 'long')} · ${words.visits(campaign.visits)}`}
            actions={
              <Link to="/planning/campaigns" className={buttonClass({})}>
                {words.back}
              </Link>
            }
          />
          <Page>
            <CampaignPreview campaign={campaign} />
          </Page>
        </>
      )}
    </Loaded>
  )
}
