import { useWords } from '../../lib/language.tsx'
import { MenuDivider, MenuGroup, MenuItem } from '../../ui/menu.tsx'
import { useBoard } from '../board-context.tsx'
import { planningWords } from '../words.ts'

const steps = [1, 5, 10, 15, 20, 30, 60] as const
const densities = ['compact', 'normal', 'large'] as const

/** How the board is drawn: zoom, heights, hours, snap. */
export const DisplayItems = () => {
  const words = useWords(planningWords)
  const { view, setView, surface } = useBoard()
  return (
    <>
      <MenuItem shortcut="+" onAction={() => surface.current?.zoomBy(1.5)}>
        {words.zoomIn}
      </MenuItem>
      <MenuItem shortcut="−" onAction={() => surface.current?.zoomBy(1 / 1.5)}>
        {words.zoomOut}
      </MenuItem>
      <MenuItem shortcut="0" onAction={() => surface.current?.fit()}>
        {words.fit}
      </MenuItem>
      <MenuDivider />
      <MenuGroup title={words.hours}>
        <MenuItem isChosen={view.hours === 'work'} onAction={() => setView({ hours: 'work' })}>
          {words.workingHours}
        </MenuItem>
        <MenuItem isChosen={view.hours === 'all'} onAction={() => setView({ hours: 'all' })}>
          {words.wholeDay}
        </MenuItem>
      </MenuGroup>
      <MenuDivider />
      <MenuGroup title={words.density}>
        {densities.map((density) => (
          <MenuItem
            key={density}
            isChosen={view.density === density}
            onAction={() => setView({ density })}
          >
            {words.densities[density]}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuDivider />
      <MenuGroup title={words.step}>
        {steps.map((step) => (
          <MenuItem key={step} isChosen={view.step === step} onAction={() => setView({ step })}>
            {words.minutes(step)}
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  )
}
