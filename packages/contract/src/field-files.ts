// What phones may send along, and how much of it. Without schemas: phones check before they keep anything.

/** Kinds of pictures that are taken; a phone turns HEIC into JPEG before it sends it. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
/** A photo may weigh this much after it was made smaller on the phone. */
export const PHOTO_BYTES = 20_971_520
/** Kinds of files that are sent along: documents and short films. */
export const fileTypes = [
  'application/pdf',
  'text/plain',
  'video/mp4',
  'video/quicktime',
  'video/webm',
] as const
/** About a minute of film; more is refused before it is taken. */
export const FILE_BYTES = 104_857_600
