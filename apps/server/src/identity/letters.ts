// The letters of identity, and the work of sending an invitation as the queue knows it.
import type { Language, Role } from '@regie/contract/roles'
import { z } from 'zod'
import type { Letter } from '../platform/mail.ts'

/** Queued in the transaction that invites. `version` names the link: a letter overtaken by a later one is not sent. */
export const sendInvitation = {
  name: 'identity.send-invitation',
  payload: z.object({ invitationId: z.uuid(), version: z.int() }),
} as const

const roleNames: Record<Language, Record<Role, string>> = {
  fr: {
    owner: 'propriétaire',
    planner: 'planificateur',
    manager: 'responsable',
    accountant: 'comptable',
    technician: 'technicien',
  },
  en: {
    owner: 'owner',
    planner: 'planner',
    manager: 'manager',
    accountant: 'accountant',
    technician: 'technician',
  },
}

type Invited = {
  readonly to: string
  readonly name: string
  readonly organization: string
  readonly invitedBy: string
  readonly role: Role
  readonly days: number
  readonly link: string
}

export const invitationLetter = (language: Language, invited: Invited): Letter =>
  language === 'fr'
    ? {
        to: invited.to,
        subject: `${invited.organization} vous invite sur Régie`,
        text: paragraphs(
          greeting('Bonjour', invited.name),
          `${invited.invitedBy} vous invite à rejoindre ${invited.organization} sur Régie, comme ${roleNames.fr[invited.role]}.`,
          `Pour accepter :\n${invited.link}`,
          `Ce lien sert une fois et vaut ${invited.days} jours. Si vous n'attendiez pas cette invitation, ignorez ce message.`,
        ),
      }
    : {
        to: invited.to,
        subject: `${invited.organization} invites you to Régie`,
        text: paragraphs(
          greeting('Hello', invited.name),
          `${invited.invitedBy} invites you to join ${invited.organization} on Régie as ${roleNames.en[invited.role]}.`,
          `To accept:\n${invited.link}`,
          `This link works once and for ${invited.days} days. If you did not expect it, ignore this message.`,
        ),
      }

export const signInLetter = (language: Language, to: string, link: string): Letter =>
  language === 'fr'
    ? {
        to,
        subject: 'Votre lien de connexion à Régie',
        text: paragraphs(
          'Bonjour,',
          `Pour vous connecter :\n${link}`,
          "Ce lien sert une fois et vaut 15 minutes. Si vous ne l'avez pas demandé, ignorez ce message : personne n'est entré.",
        ),
      }
    : {
        to,
        subject: 'Your sign-in link for Régie',
        text: paragraphs(
          'Hello,',
          `To sign in:\n${link}`,
          'This link works once and for 15 minutes. If you did not ask for it, ignore this message: nobody got in.',
        ),
      }

export const newPasswordLetter = (language: Language, to: string, link: string): Letter =>
  language === 'fr'
    ? {
        to,
        subject: 'Choisissez un nouveau mot de passe Régie',
        text: paragraphs(
          'Bonjour,',
          `Pour choisir un nouveau mot de passe :\n${link}`,
          "Ce lien sert une fois et vaut une heure. Si vous ne l'avez pas demandé, ignorez ce message : votre mot de passe reste le même.",
        ),
      }
    : {
        to,
        subject: 'Choose a new password for Régie',
        text: paragraphs(
          'Hello,',
          `To choose a new password:\n${link}`,
          'This link works once and for an hour. If you did not ask for it, ignore this message: your password stays as it is.',
        ),
      }

const greeting = (word: string, name: string): string => (name ? `${word} ${name},` : `${word},`)
const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`
