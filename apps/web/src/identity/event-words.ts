import { defineWords } from '../lib/words.ts'

/** What happened, as the audit trail tells it; `{name}` comes from the event. */
export const eventWords = defineWords({
  fr: {
    sentences: {
      organization_created: 'a créé l’organisation {name}',
      organization_changed: 'a modifié les réglages de l’organisation',
      member_joined: '{name} a rejoint l’équipe',
      member_changed: 'a modifié le profil de {name}',
      member_role_changed: 'a changé le rôle de {name} : {from} → {to}',
      member_disabled: 'a changé l’accès de {name}',
      member_linked: 'a relié {name} à un technicien',
      member_signed_in: 's’est connecté',
      member_invited: 'a invité {email} ({role})',
      invitation_resent: 'a renvoyé l’invitation de {email}',
      invitation_revoked: 'a annulé l’invitation de {email}',
    },
  },
  en: {
    sentences: {
      organization_created: 'created the organisation {name}',
      organization_changed: 'changed the settings of the organisation',
      member_joined: '{name} joined the team',
      member_changed: 'changed the profile of {name}',
      member_role_changed: 'changed the role of {name}: {from} → {to}',
      member_disabled: 'changed the access of {name}',
      member_linked: 'linked {name} to a technician',
      member_signed_in: 'signed in',
      member_invited: 'invited {email} ({role})',
      invitation_resent: 'sent the invitation of {email} again',
      invitation_revoked: 'took back the invitation of {email}',
    },
  },
})
