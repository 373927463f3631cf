// Where somebody on the way is, for the client who waits: only where the organisation and the technician both want it.
import { z } from 'zod'
import { endpoint, id, instant, position, version } from './kernel.ts'
import { span } from './planning.ts'

/** What a technician agrees to, word for word; kept with their yes. */
export const sharingSentence = {
  fr: 'J’accepte que le client chez qui je me rends voie sur une carte où je suis, à une centaine de mètres près, entre « En route » et mon arrivée, pendant mes heures de travail. Je peux l’arrêter à tout moment.',
  en: 'I agree that the client I am on the way to sees on a map where I am, within about a hundred metres, from “On my way” until I arrive, during my working hours. I can stop it at any moment.',
} as const

/** A phone sends no sooner and no nearer than this, and again after the longest wait, to say that it still stands there. */
export const sharingPace = { seconds: 30, metres: 100, stillSeconds: 180 } as const

/** An older position is not worth sending. */
export const OLDEST_POSITION_SECONDS = 120

export const sharingSettings = z.object({
  version,
  enabled: z.boolean(),
  /** A position nobody renewed is forgotten after so long. */
  keepMinutes: z.int().min(5).max(120),
})
export type SharingSettings = z.infer<typeof sharingSettings>

const shownSettings = sharingSettings.extend({
  /** How many technicians have agreed, of how many; who they are is their own affair. */
  agreed: z.int(),
  technicians: z.int(),
})
export type ShownSharingSettings = z.infer<typeof shownSettings>

export const ownSharing = z.object({
  /** The organisation has switched it on, and the reader is a technician. */
  offered: z.boolean(),
  /** Since when the technician agrees; null: they do not. */
  agreedAt: instant.nullable(),
  /** They have said yes or no before. */
  answered: z.boolean(),
  /** Working hours of today: outside of them nothing is taken. */
  hours: z.array(span),
})
export type OwnSharing = z.infer<typeof ownSharing>

const tag = 'Whereabouts'

export const getSharingSettings = endpoint({
  method: 'GET',
  path: '/api/whereabouts/settings',
  tag,
  summary: 'Whether clients may see where a technician on the way is',
  returns: shownSettings,
})
export const saveSharingSettings = endpoint({
  method: 'PUT',
  path: '/api/whereabouts/settings',
  tag,
  summary: 'Switch it on or off; off, every position is deleted at once',
  body: sharingSettings,
  returns: shownSettings,
})
export const getOwnSharing = endpoint({
  method: 'GET',
  path: '/api/field/sharing',
  tag,
  summary: 'Whether my position is shown to the client I am on the way to',
  returns: ownSharing,
})
export const agreeToSharing = endpoint({
  method: 'PUT',
  path: '/api/field/sharing',
  tag,
  summary: 'Yes or no to it; a no deletes my position at once',
  body: z.object({ agreed: z.boolean() }),
  returns: ownSharing,
})
/** Where I am, not where I was: the age is told by the phone, whose clock may be wrong. */
export const sharePosition = endpoint({
  method: 'POST',
  path: '/api/field/position',
  tag,
  summary: 'Where I am on the way to a visit; takes the place of the position before',
  body: position.extend({
    assignmentId: id,
    ageSeconds: z.int().min(0).max(OLDEST_POSITION_SECONDS).default(0),
  }),
  /** False: it came too soon after the one before, or is too near to the technician’s home. */
  returns: z.object({ kept: z.boolean() }),
})

const whose = z.object({ technicianId: id, technicianName: z.string() })
/** Never a position: what is told here is kept. */
export const whereaboutsEvents = {
  sharing_settings_changed: z.object({ enabled: z.boolean() }),
  sharing_agreed: whose,
  sharing_ended: whose,
}
