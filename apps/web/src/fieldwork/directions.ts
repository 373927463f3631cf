// The address the phone's own navigation opens.
import type { FieldAssignment } from '@regie/contract/fieldwork'

type Site = Pick<FieldAssignment['site'], 'name' | 'address' | 'position'>

const APPLE = /iPhone|iPad|Macintosh/
const ANDROID = /Android/

export const addressText = ({ address }: Site): string =>
  [address.line, [address.postcode, address.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')

/** Apple Maps, any Android app that takes `geo:`, else OpenStreetMap. Null: neither position nor address is known. */
export function directionsUrl(site: Site, userAgent: string): string | null {
  const point = site.position ? `${site.position.latitude},${site.position.longitude}` : null
  const text = addressText(site)
  const target = point ?? text
  if (!target) return null
  const query = encodeURIComponent(point ? `${point}(${site.name})` : text)
  if (ANDROID.test(userAgent)) return `geo:${point ?? '0,0'}?q=${query}`
  if (APPLE.test(userAgent)) return `https://maps.apple.com/?daddr=${encodeURIComponent(target)}`
  return point
    ? `https://www.openstreetmap.org/directions?to=${encodeURIComponent(point)}`
    : `https://www.openstreetmap.org/search?query=${encodeURIComponent(text)}`
}
