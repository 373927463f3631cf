import type { ShowPhoto } from './content-photos.tsx'
import { ServedPhoto } from './served-photo.tsx'

/** As the office reads a photo of the field. */
export const officePhoto: ShowPhoto = ({ id }, alt) => (
  <ServedPhoto url={`/api/field/photos/${id}`} alt={alt} />
)
