import { Link } from '@tanstack/react-router'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { useStops } from '../offline/phone.tsx'
import { Back } from '../parts/back.tsx'
import { Block } from '../parts/block.tsx'
import { History } from '../parts/history.tsx'
import { fieldworkWords } from '../words.ts'

/** What is maintained: its record, its visits of the week, and what was done at its site before. */
export const AssetScreen = () => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const assetId = useParam('assetId')
  const { stops } = useStops()
  const here = stops?.filter(({ assets }) => assets.some(({ id }) => id === assetId)) ?? []
  const asset = here[0]?.assets.find(({ id }) => id === assetId)
  const site = here[0]?.site
  if (!asset || !site)
    return (
      <>
        <Back />
        <p className="p-4 text-ink-2">{stops ? words.notHere : words.loading}</p>
      </>
    )
  return (
    <div className="flex flex-col pb-8">
      <Back />
      <div className="flex flex-col gap-3 px-4">
        <header>
          <h1 className="break-words font-bold text-2xl">{asset.name}</h1>
          <p className="text-ink-2">
            {[asset.kind, site.name, asset.externalId && words.assetReference(asset.externalId)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </header>
        {Object.keys(asset.attributes).length > 0 && (
          <Block title={words.assetRecord}>
            <dl className="grid grid-cols-2 gap-x-3 gap-y-1">
              {Object.entries(asset.attributes).map(([name, value]) => (
                <div key={name} className="contents">
                  <dt className="text-ink-2">{name}</dt>
                  <dd className="break-words">{String(value)}</dd>
                </div>
              ))}
            </dl>
          </Block>
        )}
        <Block title={words.notes} text={asset.notes} />
        <Block title={words.assetHere}>
          <ul className="flex flex-col gap-2">
            {here.map(({ id, startsAt, title }) => (
              <li key={id}>
                <Link
                  to="/assignment/$assignmentId"
                  params={{ assignmentId: id }}
                  className={`${buttonClass({})} w-full justify-start! py-2`}
                >
                  {clock.dateTime(startsAt)} · {title}
                </Link>
              </li>
            ))}
          </ul>
        </Block>
        <Block title={words.history}>
          <History siteId={site.id} />
        </Block>
      </div>
    </div>
  )
}
