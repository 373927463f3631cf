import { Bell } from '../../notifications/index.ts'
import { LiveLamp } from '../live-lamp.tsx'
import { PreferenceMenus } from '../preference-menus.tsx'
import { AccountMenu } from './account-menu.tsx'

/** The bar's menus; a part of their own, for menus weigh a third of the whole shell. */
export const BarEnd = () => (
  <>
    <LiveLamp />
    <Bell />
    <div className="contents max-[479px]:hidden">
      <PreferenceMenus />
    </div>
    <AccountMenu />
  </>
)
