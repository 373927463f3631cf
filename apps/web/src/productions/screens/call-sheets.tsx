import type { Production } from '@regie/contract/productions'
import { Printer, Users } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { useProduction } from '../api.ts'
import { CallSheet } from '../parts/call-sheet.tsx'
import { ProductionHeader } from '../parts/production-header.tsx'
import { type Person, peopleOf } from '../people.ts'
import { productionWords } from '../words.ts'

const address = z.object({ person: z.string().optional().catch(undefined) })
const EVERYONE = 'everyone'

export const CallSheets = () => {
  const projectId = useParam('projectId')
  return (
    <Loaded read={useProduction(projectId)}>
      {(production) => <Sheets production={production} />}
    </Loaded>
  )
}

/** One sheet a person; printed, each begins on a page of its own. */
const Sheets = ({ production }: { production: Production }) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const [{ person: asked }, setAddress] = useAddressState(address)
  const people = peopleOf(production, clock)
  const shown = people.filter(({ technicianId }) => !asked || technicianId === asked)
  return (
    <>
      <ProductionHeader
        project={production.project}
        actions={
          people.length > 0 && (
            <>
              <Select
                className="w-56"
                label={words.person}
                isLabelHidden
                options={[
                  { id: EVERYONE, label: words.everyone },
                  ...people.map((one) => ({ id: one.technicianId, label: one.name })),
                ]}
                value={asked ?? EVERYONE}
                onChange={(next) => setAddress({ person: next === EVERYONE ? undefined : next })}
              />
              <Button tone="primary" icon={Printer} onPress={() => print()}>
                {words.print}
              </Button>
            </>
          )
        }
      />
      <Page>
        {people.length === 0 ? (
          <Card>
            <EmptyState icon={Users} title={words.noPeople} text={words.noPeopleText} />
          </Card>
        ) : (
          <>
            {!asked && <Burdens people={people} />}
            {shown.map((person) => (
              <CallSheet key={person.technicianId} person={person} production={production} />
            ))}
          </>
        )}
      </Page>
    </>
  )
}

/** Who carries how much: hours, nights and weekends side by side. */
const Burdens = ({ people }: { people: readonly Person[] }) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const heads = [words.duties, words.hoursTotal, words.night, words.weekend]
  return (
    <div className="print:hidden">
      <Card isFlush>
        <div className="overflow-x-auto">
          <table className="w-full text-left">
            <thead className="text-[0.8125rem] text-ink-2">
              <tr className="border-line border-b">
                <th className="px-4 py-2 font-medium">{words.person}</th>
                {heads.map((head) => (
                  <th key={head} className="px-4 py-2 text-right font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="nums">
              {people.map(({ technicianId, name, duties, ...burden }) => (
                <tr key={technicianId} className="border-line/60 border-b last:border-b-0">
                  <th dir="auto" className="px-4 py-1.5 font-medium">
                    {name}
                  </th>
                  <td className="px-4 py-1.5 text-right">{duties.length}</td>
                  {[burden.minutes, burden.nightMinutes, burden.weekendMinutes].map(
                    (minutes, index) => (
                      <td key={heads[index + 1]} className="px-4 py-1.5 text-right">
                        {minutes ? clock.duration(minutes) : '–'}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </div>
  )
}
