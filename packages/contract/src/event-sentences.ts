// What each event says happened, for the audit trail and whoever lists events to people. The subject is who did it;
// `{assignment.title}` comes from the payload. A test refuses events without a sentence, and sentences without an event.
import { type EventSentence, sentence } from './event-sentence.ts'
import { fieldwork, planning, productions, relief, workOrders } from './event-sentences-of-work.ts'

const identity = {
  organization_created: sentence("a créé l'organisation {name}", 'created the organisation {name}'),
  organization_changed: sentence(
    "a modifié les réglages de l'organisation",
    'changed the settings of the organisation',
  ),
  member_joined: sentence("a rejoint l'équipe", 'joined the team'),
  member_changed: sentence('a modifié le profil de {name}', 'changed the profile of {name}'),
  member_role_changed: sentence(
    'a changé le rôle de {name} : {from} → {to}',
    'changed the role of {name}: {from} → {to}',
  ),
  member_disabled: sentence("a changé l'accès de {name}", 'changed the access of {name}'),
  member_linked: sentence('a relié {name} à un technicien', 'linked {name} to a technician'),
  member_signed_in: sentence("s'est connecté", 'signed in'),
  member_invited: sentence('a invité {email} ({role})', 'invited {email} ({role})'),
  invitation_resent: sentence(
    "a renvoyé l'invitation de {email}",
    'sent the invitation of {email} again',
  ),
  invitation_revoked: sentence(
    "a annulé l'invitation de {email}",
    'took back the invitation of {email}',
  ),
}

const clients = {
  message_settled: sentence(
    'message à {recipientName} : {state}',
    'message to {recipientName}: {state}',
  ),
  inbox_changed: sentence('a été prévenu', 'was told'),
  client_created: sentence('a ajouté le client {name}', 'added the client {name}'),
  client_changed: sentence('a modifié le client {name}', 'changed the client {name}'),
  client_archived: sentence(
    'a archivé ou rétabli le client {name}',
    'archived or restored the client {name}',
  ),
  contact_changed: sentence('a modifié le contact {name}', 'changed the contact {name}'),
  contact_removed: sentence('a supprimé le contact {name}', 'removed the contact {name}'),
  site_created: sentence('a ajouté le site {name}', 'added the site {name}'),
  site_changed: sentence('a modifié le site {name}', 'changed the site {name}'),
  site_archived: sentence(
    'a archivé ou rétabli le site {name}',
    'archived or restored the site {name}',
  ),
  asset_changed: sentence("a modifié l'équipement {name}", 'changed the asset {name}'),
}

const equipment = {
  equipment_created: sentence('a ajouté le matériel {name}', 'added the equipment {name}'),
  equipment_changed: sentence('a modifié le matériel {name}', 'changed the equipment {name}'),
  equipment_archived: sentence(
    'a archivé ou rétabli le matériel {name}',
    'archived or restored the equipment {name}',
  ),
  equipment_booked: sentence('a réservé {name} : {label}', 'booked {name}: {label}'),
  equipment_booking_changed: sentence(
    'a modifié la réservation de {name} : {label}',
    'changed the booking of {name}: {label}',
  ),
  equipment_booking_removed: sentence(
    'a retiré la réservation de {name} : {label}',
    'took away the booking of {name}: {label}',
  ),
}

const workforce = {
  technician_created: sentence('a ajouté le technicien {name}', 'added the technician {name}'),
  technician_changed: sentence('a modifié le technicien {name}', 'changed the technician {name}'),
  technician_archived: sentence(
    'a archivé ou rétabli le technicien {name}',
    'archived or restored the technician {name}',
  ),
  technician_linked: sentence(
    'a relié le technicien {name} à un membre',
    'linked the technician {name} to a member',
  ),
  absence_changed: sentence('a noté une absence de {name}', 'noted an absence of {name}'),
  absence_removed: sentence('a supprimé une absence de {name}', 'removed an absence of {name}'),
  days_told: sentence(
    'a noté la disponibilité de {name} ({days} jours)',
    'noted when {name} can work ({days} days)',
  ),
  poll_asked: sentence('a demandé des disponibilités : {title}', 'asked for availability: {title}'),
  poll_reminded: sentence('a relancé le sondage {title}', 'sent reminders for the poll {title}'),
  poll_link_renewed: sentence(
    'a révoqué un lien du sondage {title}',
    'revoked a link of the poll {title}',
  ),
  poll_changed: sentence('a modifié le sondage {title}', 'changed the poll {title}'),
  poll_answered: sentence(
    '{technicianName} a répondu au sondage {title}',
    '{technicianName} answered the poll {title}',
  ),
  poll_closed: sentence(
    'sondage terminé : {title} ({answered} réponses, {silent} sans réponse)',
    'poll ended: {title} ({answered} answered, {silent} did not)',
  ),
  poll_settings_changed: sentence(
    'a modifié la demande hebdomadaire de disponibilités',
    'changed the weekly question about availability',
  ),
}

const catalog = {
  skill_changed: sentence('a modifié la compétence {name}', 'changed the skill {name}'),
  certification_kind_changed: sentence(
    "a modifié l'habilitation {name}",
    'changed the certification {name}',
  ),
  priority_changed: sentence('a modifié la priorité {name}', 'changed the priority {name}'),
  template_changed: sentence('a modifié le modèle {name}', 'changed the template {name}'),
  part_changed: sentence('a modifié la pièce {name}', 'changed the part {name}'),
  form_changed: sentence(
    'a enregistré la version {number} du formulaire {name}',
    'saved version {number} of the form {name}',
  ),
}

const integrations = {
  import_finished: sentence('a importé {fileName}', 'imported {fileName}'),
  sites_geocoded: sentence(
    'a situé {found} sites ; {missing} restent sans position',
    'located {found} sites; {missing} remain without a position',
  ),
}

const reports = {
  report_sealed: sentence(
    'a scellé le rapport {reference} n° {number}',
    'sealed the report {reference} no. {number}',
  ),
  report_validated: sentence(
    'a validé le rapport {reference} n° {number}',
    'validated the report {reference} no. {number}',
  ),
  report_archived: sentence(
    'a archivé le PDF du rapport {reference} n° {number}',
    'archived the PDF of report {reference} no. {number}',
  ),
  report_sent_back: sentence(
    'a renvoyé le rapport {reference} : {remark}',
    'sent the report {reference} back: {remark}',
  ),
  report_mailed: sentence(
    'a envoyé le rapport {reference} à {to}',
    'mailed the report {reference} to {to}',
  ),
  signing_invited: sentence(
    'a demandé la signature du rapport {reference} à {to}',
    'asked {to} to sign the report {reference}',
  ),
  signing_withdrawn: sentence(
    'a retiré le lien de signature du rapport {reference}',
    'took back the signing link of the report {reference}',
  ),
  report_settings_changed: sentence(
    'a modifié les réglages des rapports ({what})',
    'changed the settings of reports ({what})',
  ),
  report_held: sentence(
    'a changé la conservation du rapport {reference} n° {number} : {reason}',
    'changed how long report {reference} no. {number} is kept: {reason}',
  ),
  erasure_announced: sentence(
    'a annoncé l’effacement de {count} rapport(s) le {eraseOn}',
    'announced that {count} report(s) will be erased on {eraseOn}',
  ),
  report_erased: sentence(
    'a effacé le rapport {reference} n° {number} au terme de sa conservation',
    'erased report {reference} no. {number} at the end of its time',
  ),
}

const whereabouts = {
  sharing_settings_changed: sentence(
    'a modifié le suivi du technicien en route par le client',
    'changed whether clients see the technician on the way',
  ),
  sharing_agreed: sentence(
    '{technicianName} accepte d’être vu en route par le client',
    '{technicianName} agrees to be seen by the client on the way',
  ),
  sharing_ended: sentence(
    '{technicianName} n’est plus vu en route par le client',
    '{technicianName} is no longer seen by the client on the way',
  ),
}

const portal = {
  visit_confirmed: sentence(
    '{clientName} a confirmé la visite {reference}',
    '{clientName} confirmed the visit {reference}',
  ),
  visit_time_asked: sentence(
    '{clientName} a choisi un autre créneau pour {reference}',
    '{clientName} chose another time for {reference}',
  ),
  visit_call_wanted: sentence(
    '{clientName} demande à être rappelé ({reference})',
    '{clientName} asks to be called ({reference})',
  ),
  visit_rated: sentence(
    '{clientName} a donné {stars}/5 à {reference}',
    '{clientName} gave {stars}/5 to {reference}',
  ),
  client_answer_settled: sentence(
    'a traité la réponse de {clientName} ({reference})',
    'dealt with the answer of {clientName} ({reference})',
  ),
  visit_link_revoked: sentence(
    'a fermé les liens du client pour {reference}',
    'ended the client’s links to {reference}',
  ),
  portal_settings_changed: sentence(
    'a modifié ce qui est promis aux clients',
    'changed what clients are promised',
  ),
  offer_sent: sentence(
    'a envoyé une offre à {readers} clients',
    'sent an offer to {readers} clients',
  ),
}

export const eventSentences: Readonly<Record<string, EventSentence>> = {
  ...identity,
  ...clients,
  ...workforce,
  ...equipment,
  ...catalog,
  ...workOrders,
  ...planning,
  ...relief,
  ...productions,
  ...fieldwork,
  ...reports,
  ...integrations,
  ...portal,
  ...whereabouts,
}
