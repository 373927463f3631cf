// What each event says happened, for the audit trail and whoever lists events to people. The subject is who did it;
// `{assignment.title}` comes from the payload. A test refuses events without a sentence, and sentences without an event.
type Sentence = { readonly fr: string; readonly en: string }

const sentence = (fr: string, en: string): Sentence => ({ fr, en })

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

const workOrders = {
  project_created: sentence("a créé l'affaire {code} {name}", 'created the project {code} {name}'),
  project_changed: sentence(
    "a modifié l'affaire {code} {name}",
    'changed the project {code} {name}',
  ),
  work_order_created: sentence(
    "a créé l'intervention {reference} {title}",
    'created the work order {reference} {title}',
  ),
  work_order_changed: sentence(
    "a modifié l'intervention {reference} {title}",
    'changed the work order {reference} {title}',
  ),
  attachment_added: sentence(
    "a joint {name} à l'intervention {reference}",
    'attached {name} to the work order {reference}',
  ),
  attachment_removed: sentence(
    "a retiré {name} de l'intervention {reference}",
    'took {name} off the work order {reference}',
  ),
  work_order_moved: sentence(
    "a changé l'état de l'intervention {reference} {title}",
    'changed the state of the work order {reference} {title}',
  ),
  contract_created: sentence(
    'a ajouté le contrat {reference} {name}',
    'added the contract {reference} {name}',
  ),
  contract_changed: sentence(
    'a modifié le contrat {reference} {name}',
    'changed the contract {reference} {name}',
  ),
  contract_paused: sentence(
    'a mis en pause le contrat {reference} {name}',
    'paused the contract {reference} {name}',
  ),
  contract_resumed: sentence(
    'a repris le contrat {reference} {name}',
    'took up the contract {reference} {name} again',
  ),
  contract_ended: sentence(
    'a mis fin au contrat {reference} {name}',
    'ended the contract {reference} {name}',
  ),
  contract_renewal_due: sentence(
    'signale le contrat {reference} {name}, à renouveler le {renewsOn}',
    'points to the contract {reference} {name}, to renew on {renewsOn}',
  ),
  series_created: sentence('a ajouté la série {title}', 'added the series {title}'),
  series_changed: sentence('a modifié la série {title}', 'changed the series {title}'),
  series_ended: sentence('a mis fin à la série {title}', 'ended the series {title}'),
  visits_made: sentence(
    'a créé {visits} passages de {series} séries, jusqu’au {until}',
    'made {visits} visits of {series} series, up to {until}',
  ),
  visit_skipped: sentence(
    'a sauté le passage du {occursOn} : {title}',
    'skipped the visit of {occursOn}: {title}',
  ),
  visit_moved: sentence(
    'a déplacé le passage du {occursOn} au {on} : {title}',
    'moved the visit of {occursOn} to {on}: {title}',
  ),
  visit_restored: sentence(
    'a rétabli le passage du {occursOn} : {title}',
    'put back the visit of {occursOn}: {title}',
  ),
  series_settings_changed: sentence(
    'a modifié les réglages des séries',
    'changed the settings of series',
  ),
}

const relief = {
  relief_changed: sentence('a changé la recherche pour {title}', 'changed the search for {title}'),
  relief_asked: sentence('a demandé qui prend {title}', 'asked who takes {title}'),
  relief_answered: sentence(
    '{technicianName} a répondu pour {title}',
    '{technicianName} answered for {title}',
  ),
  relief_ended: sentence('a terminé la recherche pour {title}', 'ended the search for {title}'),
  relief_alarm: sentence('alerte : {title}', 'alarm: {title}'),
}

const planning = {
  assignment_created: sentence(
    'a affecté {assignment.technicianName} à {assignment.title}',
    'assigned {assignment.technicianName} to {assignment.title}',
  ),
  assignment_moved: sentence(
    "a déplacé l'affectation de {assignment.technicianName} : {assignment.title}",
    'moved the assignment of {assignment.technicianName}: {assignment.title}',
  ),
  assignment_removed: sentence(
    "a retiré l'affectation de {assignment.technicianName} : {assignment.title}",
    'removed the assignment of {assignment.technicianName}: {assignment.title}',
  ),
  assignment_locked: sentence(
    "a épinglé ou libéré l'affectation de {assignment.technicianName} : {assignment.title}",
    'pinned or freed the assignment of {assignment.technicianName}: {assignment.title}',
  ),
  assignment_accepted: sentence(
    "a accepté l'affectation {assignment.title}",
    'accepted the assignment {assignment.title}',
  ),
  assignment_declined: sentence(
    "a refusé l'affectation {assignment.title}",
    'declined the assignment {assignment.title}',
  ),
  assignment_progressed: sentence(
    "a fait avancer l'affectation {assignment.title}",
    'moved the assignment {assignment.title} on',
  ),
  assignments_published: sentence(
    'a publié le planning de {technicianName}',
    'published the plan of {technicianName}',
  ),
  changes_seen: sentence(
    'changements du planning connus de {technicianName}',
    'changes of the plan known to {technicianName}',
  ),
  board_view_changed: sentence(
    'a modifié la vue partagée {name}',
    'changed the shared view {name}',
  ),
  campaign_changed: sentence(
    'a fait avancer la replanification {name} ({state})',
    'moved the replanning {name} on ({state})',
  ),
  run_created: sentence('a lancé une planification', 'started a planning run'),
  run_progressed: sentence('a avancé dans une planification', 'went on with a planning run'),
  run_finished: sentence('a terminé une planification', 'finished a planning run'),
  run_applied: sentence(
    'a appliqué une proposition : {applied} affectations',
    'applied a proposal: {applied} assignments',
  ),
  run_rolled_back: sentence(
    'a rendu au planning son état d’avant une proposition : {restored} affectations',
    'took the plan back to before a proposal: {restored} assignments',
  ),
  placement_rules_changed: sentence(
    'a changé la rigueur des règles de placement',
    'changed how strict the rules of placement are',
  ),
  planning_policies_changed: sentence(
    'a modifié la politique de planification {name}',
    'changed the planning policy {name}',
  ),
  planning_settings_changed: sentence(
    'a modifié les réglages de planification',
    'changed the planning settings',
  ),
}

const productions = {
  production_changed: sentence('a modifié la production {name}', 'changed the production {name}'),
  crew_template_changed: sentence(
    "a modifié l'équipe type {name}",
    'changed the crew template {name}',
  ),
}

const fieldwork = {
  progress_recorded: sentence("a noté l'avancement d'une intervention", 'recorded progress'),
  progress_corrected: sentence("a corrigé l'avancement d'une intervention", 'corrected progress'),
  note_added: sentence('a ajouté une note', 'added a note'),
  part_used: sentence('a noté une pièce utilisée', 'noted a part used'),
  photo_taken: sentence('a pris une photo', 'took a photo'),
  photo_described: sentence('a légendé une photo', 'described a photo'),
  file_added: sentence('a joint un fichier', 'sent a file along'),
  photo_received: sentence('a envoyé une photo', 'sent a photo'),
  reading_taken: sentence('a relevé une mesure', 'took a reading'),
  page_filled: sentence('a rempli une page du rapport', 'filled in a page of the report'),
  entry_set_aside: sentence(
    'a transmis un travail à trancher : il ne compte pas encore',
    'sent work that awaits a decision: it does not count yet',
  ),
  entries_decided: sentence('a tranché sur un travail transmis', 'decided on work that was sent'),
  absence_requested: sentence('a demandé une absence', 'asked for an absence'),
  absence_decided: sentence(
    "a répondu à une demande d'absence",
    'answered a request for an absence',
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

export const eventSentences: Readonly<Record<string, Sentence>> = {
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
}
