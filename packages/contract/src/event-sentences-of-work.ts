// What happens to work: asked for, planned, filled, done.
import { sentence } from './event-sentence.ts'

export const workOrders = {
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

export const relief = {
  relief_changed: sentence('a changé la recherche pour {title}', 'changed the search for {title}'),
  relief_asked: sentence('a demandé qui prend {title}', 'asked who takes {title}'),
  relief_answered: sentence(
    '{technicianName} a répondu pour {title}',
    '{technicianName} answered for {title}',
  ),
  relief_ended: sentence('a terminé la recherche pour {title}', 'ended the search for {title}'),
  relief_alarm: sentence('alerte : {title}', 'alarm: {title}'),
}

export const planning = {
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
  labour_rules_changed: sentence(
    'a changé les règles sociales d’une production',
    'changed the labour rules of a production',
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

export const productions = {
  production_changed: sentence('a modifié la production {name}', 'changed the production {name}'),
  stage_plan_changed: sentence(
    'a modifié le plan de la scène {stage}',
    'changed the plan of the stage {stage}',
  ),
  review_opened: sentence('a ouvert la revue de {name}', 'opened the review of {name}'),
  review_reminded: sentence(
    'a relancé les chefs pour la revue de {name}',
    'reminded the chiefs of the review of {name}',
  ),
  review_changed: sentence('a avancé dans la revue de {name}', 'went on with the review of {name}'),
  review_signed: sentence('a signé la revue de {name}', 'signed the review of {name}'),
  review_locked: sentence('a verrouillé le planning de {name}', 'locked the plan of {name}'),
  review_overtaken: sentence(
    'a relevé {lines} ligne(s) changée(s) après signature : {name}',
    'noted {lines} line(s) changed after sign-off: {name}',
  ),
  crew_template_changed: sentence(
    "a modifié l'équipe type {name}",
    'changed the crew template {name}',
  ),
  call_sheet_details_changed: sentence(
    'a modifié les informations des feuilles de route de {name}',
    'changed the details of the call sheets of {name}',
  ),
  call_sheets_published: sentence(
    'a publié la version {number} des feuilles de route de {name}',
    'published version {number} of the call sheets of {name}',
  ),
  call_sheet_read: sentence(
    'a lu sa feuille de route de {name}, version {number}',
    'read the call sheet of {name}, version {number}',
  ),
}

export const fieldwork = {
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
