/** Where the office reads a photo of the field. */
export const photoUrl = (photoId: string): string => `/api/field/photos/${photoId}`
