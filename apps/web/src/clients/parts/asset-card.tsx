import type { Asset } from '@regie/contract/clients'
import { Archive, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useArchiveAsset } from '../api.ts'
import { clientWords } from '../words.ts'
import { AssetDialog } from './asset-dialog.tsx'

type Asked = { readonly what: 'add' } | { readonly what: 'edit' | 'archive'; readonly asset: Asset }

export const AssetCard = ({ siteId, assets }: { siteId: string; assets: readonly Asset[] }) => {
  const words = useWords(clientWords)
  const mayWrite = useCan()('clients.write')
  const { actAsync: archive } = useArchiveAsset()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  return (
    <Card
      title={words.assets}
      actions={
        mayWrite && (
          <Button size="small" icon={Plus} onPress={() => setAsked({ what: 'add' })}>
            {words.addAsset}
          </Button>
        )
      }
    >
      {assets.length === 0 && <p className="text-ink-2">{words.noAssets}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {assets.map((asset) => (
          <li key={asset.id} className="flex items-start gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {asset.name}
                {asset.kind && <span className="font-normal text-ink-2"> · {asset.kind}</span>}
              </p>
              <Features attributes={asset.attributes} />
              {asset.notes && <p className="whitespace-pre-wrap text-ink-2">{asset.notes}</p>}
            </div>
            {mayWrite && (
              <span className="flex">
                <IconButton
                  size="small"
                  icon={Pencil}
                  label={words.editAsset}
                  onPress={() => setAsked({ what: 'edit', asset })}
                />
                <IconButton
                  size="small"
                  icon={Archive}
                  label={words.archive}
                  onPress={() => setAsked({ what: 'archive', asset })}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {asked?.what === 'add' && <AssetDialog siteId={siteId} onClose={close} />}
      {asked?.what === 'edit' && (
        <AssetDialog siteId={siteId} asset={asked.asset} onClose={close} />
      )}
      {asked?.what === 'archive' && (
        <ConfirmDialog
          title={words.archive}
          confirm={words.archive}
          isOpen
          onClose={close}
          onConfirm={() =>
            archive({
              params: { assetId: asked.asset.id },
              body: { version: asked.asset.version, archived: true },
            })
          }
        >
          <p>{words.archiveText(asked.asset.name)}</p>
        </ConfirmDialog>
      )}
    </Card>
  )
}

const Features = ({ attributes }: { attributes: Asset['attributes'] }) => (
  <dl className="flex flex-wrap gap-x-4 text-ink-2 text-xs">
    {Object.entries(attributes).map(([name, value]) => (
      <div key={name} className="flex gap-1">
        <dt>{value ? `${name} :` : name}</dt>
        <dd className="text-ink">{value}</dd>
      </div>
    ))}
  </dl>
)
