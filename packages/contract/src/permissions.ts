// What each permission allows, said for people. A test refuses permissions without a sentence, and sentences without
// a permission; who holds what is declared in each module's permissions.ts.
const sentence = (fr: string, en: string) => ({ fr, en })

export const permissionSentences: Readonly<
  Record<string, { readonly fr: string; readonly en: string }>
> = {
  'identity.read-members': sentence(
    "Voir les membres de l'organisation et les invitations",
    'See members of the organisation and invitations',
  ),
  'identity.manage-members': sentence(
    'Inviter des membres, changer leur rôle, retirer leur accès',
    'Invite members, change their role, take back their access',
  ),
  'identity.manage-owners': sentence(
    'Nommer ou retirer un propriétaire',
    'Make or remove an owner',
  ),
  'identity.manage-organization': sentence(
    "Modifier les réglages de l'organisation",
    'Change the settings of the organisation',
  ),
  'identity.read-audit': sentence("Consulter le journal de l'activité", 'Read the audit trail'),
  'identity.use': sentence(
    'Se connecter et modifier son propre profil',
    'Sign in and change one’s own profile',
  ),
  'clients.read': sentence(
    'Voir les clients, les sites et les équipements',
    'See clients, sites and assets',
  ),
  'clients.write': sentence(
    'Créer, modifier et archiver clients, sites et équipements',
    'Create, change and archive clients, sites and assets',
  ),
}
