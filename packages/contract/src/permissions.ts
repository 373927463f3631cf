// What each permission allows, said for people. A test refuses permissions without a sentence; who holds what is
// declared in each module's permissions.ts.
type Sentence = { readonly fr: string; readonly en: string }

const sentence = (fr: string, en: string): Sentence => ({ fr, en })

export const permissionSentences: Readonly<Record<string, Sentence>> = {
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
  'identity.read-audit': sentence("Consulter le journal d'activité", 'Read the audit trail'),
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
  'workforce.read': sentence(
    'Voir les techniciens, leurs compétences, vacations et absences',
    'See technicians, their skills, shifts and absences',
  ),
  'workforce.write': sentence(
    'Créer et modifier techniciens, compétences, vacations et absences',
    'Create and change technicians, skills, shifts and absences',
  ),
  'workforce.invite': sentence(
    'Inviter un technicien à se connecter',
    'Invite a technician to sign in',
  ),
  'catalog.read': sentence(
    "Voir les modèles d'intervention et les priorités",
    'See intervention templates and priorities',
  ),
  'catalog.write': sentence(
    "Créer et modifier modèles d'intervention et priorités",
    'Create and change intervention templates and priorities',
  ),
  'work-orders.read': sentence(
    'Voir les interventions et les affaires',
    'See work orders and projects',
  ),
  'work-orders.write': sentence(
    'Créer et modifier interventions et affaires',
    'Create and change work orders and projects',
  ),
  'work-orders.validate': sentence(
    'Valider une intervention terminée',
    'Validate a finished work order',
  ),
  'work-orders.close': sentence('Clore une intervention validée', 'Close a validated work order'),
  'planning.read': sentence('Voir le planning et les propositions', 'See the plan and proposals'),
  'planning.write': sentence(
    'Planifier, affecter, déplacer et publier',
    'Plan, assign, move and publish',
  ),
  'planning.answer': sentence(
    'Accepter ou refuser une affectation',
    'Accept or decline an assignment',
  ),
  'planning.configure': sentence(
    'Régler les objectifs et les règles du planning',
    'Set the goals and rules of planning',
  ),
  'fieldwork.read': sentence('Suivre les interventions en cours', 'Follow the work in progress'),
  'fieldwork.results': sentence(
    'Voir les heures et les photos de chacun',
    'See everybody’s hours and photos',
  ),
  'fieldwork.write': sentence(
    'Corriger les temps et les notes de tous',
    'Correct everybody’s times and notes',
  ),
  'fieldwork.own': sentence(
    'Faire avancer ses propres interventions : en route, démarrée, en pause, terminée',
    'Move one’s own work along: on the way, started, paused, finished',
  ),
  'reports.read': sentence("Voir les rapports d'intervention", 'See intervention reports'),
  'reports.validate': sentence(
    'Valider, renvoyer, faire signer et envoyer les rapports',
    'Validate, send back, have signed and mail reports',
  ),
  'reports.configure': sentence(
    'Régler les rapports : couleurs, consentement, certificat',
    'Set up reports: colours, consent, certificate',
  ),
  'reports.own': sentence(
    'Remplir et faire signer les rapports de ses interventions',
    'Fill in and have signed the reports of one’s own work',
  ),
  'notifications.read': sentence(
    'Voir les messages envoyés et les réglages des notifications',
    'See messages sent and the settings of notifications',
  ),
  'notifications.configure': sentence(
    'Régler les notifications et leurs textes, renvoyer un message',
    'Set notifications and their texts, send a message again',
  ),
  'notifications.own': sentence(
    'Recevoir ses messages et choisir comment',
    'Receive one’s messages and choose how',
  ),
  'relief.read': sentence(
    'Suivre les échanges et les remplacements',
    'Follow swaps and replacements',
  ),
  'relief.write': sentence(
    'Chercher un remplaçant, approuver un échange, déclencher une urgence',
    'Look for a replacement, approve a swap, start an emergency',
  ),
  'relief.configure': sentence(
    'Régler les échanges, les remplacements et les urgences',
    'Set up swaps, replacements and emergencies',
  ),
  'relief.own': sentence(
    'Céder ou échanger ses créneaux, répondre pour soi',
    'Give away or swap one’s own slots, answer for oneself',
  ),
  'portal.read': sentence(
    'Voir ce que disent les clients de leurs visites, et les horaires promis',
    'See what clients say of their visits, and the hours promised',
  ),
  'portal.write': sentence(
    'Envoyer ou révoquer le lien d’une visite, traiter les demandes des clients',
    'Send or revoke the link of a visit, settle what clients ask for',
  ),
  'portal.configure': sentence(
    'Régler ce que les clients reçoivent et peuvent faire',
    'Set what clients receive and may do',
  ),
  'catalog.read-prices': sentence('Voir les prix des pièces', 'See the prices of parts'),
  'productions.read': sentence(
    'Voir les productions : scènes, phases, couverture des équipes',
    'See productions: stages, phases, how far crews are covered',
  ),
  'productions.review': sentence(
    'Relire et signer son service avant le verrouillage d’une production',
    'Read and sign one’s own department before a production is locked',
  ),
  'productions.own': sentence(
    'Voir et confirmer sa propre feuille de route',
    'See and confirm one’s own call sheet',
  ),
  'productions.write': sentence(
    'Créer et modifier scènes, phases et équipes types',
    'Create and change stages, phases and crew templates',
  ),
  'integrations.import': sentence('Importer des fichiers CSV', 'Import CSV files'),
  'polls.read': sentence(
    'Voir les sondages de disponibilité et leurs réponses',
    'See availability polls and their answers',
  ),
  'polls.write': sentence(
    'Demander des disponibilités, relancer, clore un sondage',
    'Ask for availability, ask again, close a poll',
  ),
  'polls.configure': sentence(
    'Régler la demande hebdomadaire aux indépendants',
    'Set what freelances are asked every week',
  ),
  'whereabouts.configure': sentence(
    'Permettre aux clients de voir où est le technicien en route',
    'Let clients see where the technician on the way is',
  ),
  'whereabouts.own': sentence(
    'Montrer ou non sa propre position en route',
    'Show one’s own position on the way, or not',
  ),
  'polls.own': sentence('Répondre aux sondages pour soi', 'Answer polls for oneself'),
  'workforce.own': sentence('Dire ses propres disponibilités', 'Tell one’s own availability'),
  'equipment.read': sentence(
    'Voir le matériel, les véhicules et leurs réservations',
    'See equipment, vehicles and their bookings',
  ),
  'equipment.write': sentence(
    'Ajouter et modifier le matériel, le réserver',
    'Add and change equipment, and book it',
  ),
}
