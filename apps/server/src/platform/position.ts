// A place as tables keep it: two columns, both null where nobody knows.
import type { Position } from '@regie/contract/kernel'

type Columns = { readonly latitude: number | null; readonly longitude: number | null }

export const positionIn = ({ latitude, longitude }: Columns): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }
