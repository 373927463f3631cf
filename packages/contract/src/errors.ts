// The one catalogue of errors. Every refusal of the API carries one of these codes as RFC 9457 problem details.

/** HTTP status, what the user reads (placeholders in braces come from the details), and what helps. */
export type ErrorEntry = {
  readonly status: number
  readonly fr: string
  readonly en: string
  readonly remedy: { readonly fr: string; readonly en: string }
}

const entry = (
  status: number,
  fr: string,
  en: string,
  remedyFr: string,
  remedyEn: string,
): ErrorEntry => ({
  status,
  fr,
  en,
  remedy: { fr: remedyFr, en: remedyEn },
})

export const errors = {
  invalid_input: entry(
    400,
    'Certaines valeurs ne conviennent pas.',
    'Some values do not fit.',
    'Corrigez les champs signalés puis renvoyez.',
    'Correct the fields that are marked and send again.',
  ),
  malformed_request: entry(
    400,
    "La requête n'a pas pu être lue.",
    'The request could not be read.',
    'Envoyez du JSON valide.',
    'Send valid JSON.',
  ),
  not_signed_in: entry(
    401,
    "Vous n'êtes pas connecté.",
    'You are not signed in.',
    'Connectez-vous.',
    'Sign in.',
  ),
  wrong_credentials: entry(
    401,
    'Adresse ou mot de passe incorrect.',
    'Wrong e-mail address or password.',
    'Vérifiez la saisie ou demandez un lien de connexion.',
    'Check what you typed or ask for a sign-in link.',
  ),
  forbidden: entry(
    403,
    'Votre rôle ne permet pas cette action.',
    'Your role does not allow this.',
    'Demandez à un responsable.',
    'Ask an owner or planner.',
  ),
  foreign_origin: entry(
    403,
    "Cette demande vient d'un autre site : {origin}.",
    'This request comes from another site: {origin}.',
    'Ouvrez Régie dans son propre onglet ; derrière un mandataire, vérifiez PUBLIC_URL.',
    'Open Régie in a tab of its own; behind a proxy, check PUBLIC_URL.',
  ),
  no_organization: entry(
    403,
    "Ce compte n'appartient à aucune organisation, ou son accès a été retiré.",
    'This account belongs to no organisation, or its access was taken back.',
    'Demandez une invitation au responsable de votre organisation.',
    'Ask the owner of your organisation for an invitation.',
  ),
  last_owner: entry(
    409,
    "{name} est le dernier propriétaire de l'organisation.",
    '{name} is the last owner of the organisation.',
    "Nommez d'abord un autre propriétaire.",
    'Make somebody else an owner first.',
  ),
  already_set_up: entry(
    409,
    'Régie est déjà installée.',
    'Régie is already set up.',
    'Connectez-vous, ou demandez une invitation.',
    'Sign in, or ask for an invitation.',
  ),
  not_found: entry(
    404,
    'Introuvable : {what}.',
    'Not found: {what}.',
    'Il a peut-être été supprimé ; rechargez la liste.',
    'It may have been removed; reload the list.',
  ),
  route_not_found: entry(
    404,
    "Cette adresse n'existe pas.",
    'There is nothing at this address.',
    'Consultez /api/docs.',
    'See /api/docs.',
  ),
  conflict: entry(
    409,
    'Cette action contredit une autre : {reason}.',
    'This clashes with something else: {reason}.',
    'Rechargez puis recommencez.',
    'Reload and try again.',
  ),
  already_exists: entry(
    409,
    '{what} existe déjà.',
    '{what} already exists.',
    "Modifiez l'existant ou choisissez un autre identifiant.",
    'Edit the existing one or choose another identifier.',
  ),
  still_used: entry(
    409,
    '{what} est encore utilisé : {by}.',
    '{what} is still used by {by}.',
    "Archivez-le ou retirez d'abord ces usages.",
    'Archive it or remove these uses first.',
  ),
  offer_gone: entry(
    409,
    '« {title} » n’est plus à prendre : quelqu’un d’autre l’a, ou la demande a pris fin.',
    '“{title}” can no longer be taken: somebody else has it, or the request has ended.',
    'Rien à faire : vous n’êtes pas engagé.',
    'Nothing to do: you are not committed.',
  ),
  poll_closed: entry(
    409,
    'Cette demande de disponibilités est terminée : « {title} ».',
    'This question about availability is over: “{title}”.',
    'Dites votre disponibilité dans l’application, ou appelez le bureau.',
    'Say when you can work in the app, or call the office.',
  ),
  too_late_to_release: entry(
    409,
    'Il est trop tard pour céder ce créneau : la limite est de {hours} h avant le début.',
    'It is too late to give this slot away: the limit is {hours} h before the start.',
    'Appelez le bureau.',
    'Call the office.',
  ),
  equipment_overbooked: entry(
    409,
    '{name} : {used} réservés en même temps, il y en a {count}.',
    '{name}: {used} booked at once, there are {count}.',
    'Changez la quantité ou les heures, ou réservez quand même.',
    'Change the quantity or the hours, or book all the same.',
  ),
  slot_taken: entry(
    409,
    '{technician} est déjà pris de {from} à {until} : {title}.',
    '{technician} is already taken from {from} to {until}: {title}.',
    'Choisissez un autre créneau ou un autre technicien.',
    'Choose another slot or another technician.',
  ),
  seat_taken: entry(
    409,
    '{technician} tient déjà ce poste, de {from} à {until} : {title}.',
    '{technician} already holds this seat, from {from} to {until}: {title}.',
    "Retirez d'abord cette affectation, ou déplacez-la.",
    'Take that assignment off first, or move it.',
  ),
  proposal_overtaken: entry(
    409,
    '{count} changements proposés ne tiennent plus : {titles}.',
    '{count} proposed changes no longer hold: {titles}.',
    'Appliquez le reste, ou relancez la planification.',
    'Apply the rest, or plan again.',
  ),
  wrong_state: entry(
    409,
    "Impossible dans l'état « {state} ».",
    'Not possible in the state “{state}”.',
    "Rechargez pour voir l'état présent.",
    'Reload to see the present state.',
  ),
  rule_broken: entry(
    422,
    'Cette affectation enfreint une règle.',
    'This assignment breaks a rule.',
    'Voyez les raisons ; choisissez un autre créneau ou technicien.',
    'See the reasons; choose another slot or technician.',
  ),
  override_needed: entry(
    422,
    'Une règle met en garde contre cette affectation.',
    'A rule warns against this assignment.',
    'Donnez la raison de passer outre, ou choisissez un autre créneau.',
    'Give the reason to do it all the same, or choose another slot.',
  ),
  override_reserved: entry(
    403,
    'Une règle met en garde contre cette affectation, et seul un propriétaire peut passer outre.',
    'A rule warns against this assignment, and only an owner may do it all the same.',
    'Choisissez un autre créneau, ou demandez à un propriétaire.',
    'Choose another slot, or ask an owner.',
  ),
  rollback_overtaken: entry(
    409,
    'Le planning a changé depuis : {titles}.',
    'The plan has changed since: {titles}.',
    'Défaites ces changements à la main, ou gardez le planning tel quel.',
    'Undo these changes by hand, or keep the plan as it is.',
  ),
  sheets_published: entry(
    409,
    'La version {number} vient d’être publiée par {by}.',
    'Version {number} has just been published by {by}.',
    'Relisez ce qui reste à publier, puis publiez la suivante s’il le faut.',
    'Look at what is left to publish, then publish the next one if need be.',
  ),
  sheets_changed: entry(
    409,
    'Le planning ou les informations ont changé depuis l’aperçu.',
    'The plan or the details changed since the preview.',
    'Relisez les changements, puis publiez.',
    'Look at the changes again, then publish.',
  ),
  stale_version: entry(
    412,
    "Quelqu'un a modifié cela entre-temps.",
    'Somebody changed this in the meantime.',
    "Voici l'état présent ; refaites votre modification.",
    'Here is the present state; make your change again.',
  ),
  idempotency_key_reused: entry(
    422,
    "Cette clé d'idempotence a déjà servi pour une autre requête.",
    'This idempotency key was used for another request.',
    'Prenez une nouvelle clé.',
    'Take a new key.',
  ),
  request_in_progress: entry(
    409,
    'La même requête est déjà en cours.',
    'The same request is already under way.',
    'Attendez sa réponse puis réessayez.',
    'Wait for its answer, then try again.',
  ),
  too_large: entry(
    413,
    'Trop volumineux : {size} pour {limit} au plus.',
    'Too large: {size}, at most {limit}.',
    'Réduisez ou découpez le fichier.',
    'Make the file smaller or split it.',
  ),
  unreadable_plan: entry(
    422,
    '« {name} » ne peut pas être lu comme {format} : {reason}.',
    '“{name}” cannot be read as {format}: {reason}.',
    'Le fichier est abîmé ou d’une autre nature que son nom : exportez-le à nouveau en PNG, JPEG, WebP, SVG ou PDF.',
    'The file is damaged or not what its name says: export it again as PNG, JPEG, WebP, SVG or PDF.',
  ),
  unreadable_file: entry(
    422,
    "Ce fichier n'est pas un CSV lisible : {reason}.",
    'This file is not a readable CSV: {reason}.',
    'Exportez-le à nouveau en CSV (UTF-8 ou Windows-1252, « ; » ou « , »).',
    'Export it again as CSV (UTF-8 or Windows-1252, “;” or “,”).',
  ),
  import_has_faults: entry(
    422,
    "{count} lignes ont des fautes ; rien n'a été importé.",
    '{count} lines have faults; nothing was imported.',
    'Corrigez-les, ou choisissez de les ignorer.',
    'Correct them, or choose to skip them.',
  ),
  link_expired: entry(
    410,
    "Ce lien n'est plus valable.",
    'This link is no longer valid.',
    'Demandez-en un nouveau.',
    'Ask for a new one.',
  ),
  not_shared: entry(
    409,
    "Votre position n'est pas montrée en ce moment.",
    'Your position is not shown at present.',
    "Elle ne l'est qu'en route, pendant vos heures, et si l'entreprise et vous l'avez voulu.",
    'It is only on the way, in your hours, and if the company and you both want it.',
  ),
  slot_gone: entry(
    409,
    "Ce créneau n'est plus libre.",
    'This time is no longer free.',
    'Choisissez-en un autre dans la liste.',
    'Choose another one from the list.',
  ),
  visit_changed: entry(
    409,
    "L'heure de la visite a changé entre-temps.",
    'The hour of the visit has changed in the meantime.',
    'Regardez la nouvelle heure, puis répondez.',
    'Look at the new hour, then answer.',
  ),
  report_sealed: entry(
    409,
    'Le rapport n° {number} est signé : il ne change plus.',
    'Report no. {number} is signed: it no longer changes.',
    'Demandez au bureau de le renvoyer : un avenant s’ouvre.',
    'Ask the office to send it back: an amendment is opened.',
  ),
  report_incomplete: entry(
    409,
    'Il manque {count} réponse(s) ou le résultat au rapport.',
    'The report lacks {count} answer(s) or its outcome.',
    'Complétez-le sur le terrain.',
    'Have it completed in the field.',
  ),
  photos_missing: entry(
    409,
    '{count} photo(s) signée(s) ne sont pas encore arrivées.',
    '{count} signed photo(s) have not arrived yet.',
    'Attendez que le téléphone du technicien les ait envoyées.',
    'Wait until the technician’s phone has sent them.',
  ),
  review_unfinished: entry(
    409,
    'Il reste {unread} ligne(s) à lire et {remarks} remarque(s) sans réponse.',
    '{unread} line(s) are still unread and {remarks} remark(s) have no answer.',
    'Lisez chaque ligne, attendez la réponse ou retirez la remarque, puis signez.',
    'Read every line, wait for the answer or take the remark back, then sign.',
  ),
  sms_off: entry(
    409,
    'Cette installation ne peut pas envoyer de SMS.',
    'This installation cannot send SMS.',
    'Invitez par e-mail, ou faites relier un fournisseur de SMS.',
    'Invite by e-mail, or have an SMS provider connected.',
  ),
  code_wrong: entry(
    422,
    'Ce code n’est pas le bon.',
    'This is not the right code.',
    'Relisez le dernier message reçu.',
    'Read the latest message again.',
  ),
  code_expired: entry(
    410,
    'Ce code n’est plus valable.',
    'This code is no longer valid.',
    'Demandez-en un autre.',
    'Ask for another one.',
  ),
  too_many_requests: entry(
    429,
    'Trop de requêtes.',
    'Too many requests.',
    'Patientez {seconds} s.',
    'Wait {seconds} s.',
  ),
  service_unavailable: entry(
    503,
    'Service momentanément indisponible.',
    'The service is unavailable for a moment.',
    'Réessayez dans quelques secondes.',
    'Try again in a few seconds.',
  ),
  internal: entry(
    500,
    "Une erreur inattendue s'est produite.",
    'An unexpected error happened.',
    'Réessayez ; si elle revient, donnez le numéro de requête au support.',
    'Try again; if it comes back, give support the request number.',
  ),
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errors

/** One fault of an input: where, what was expected, what came. */
export type Fault = { readonly path: string; readonly expected: string; readonly got: string }

/** RFC 9457 problem details as every refusal is answered (`application/problem+json`). */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly detail: string
  readonly remedy: string
  readonly instance: string
  readonly requestId: string
  readonly faults?: readonly Fault[]
  readonly [extension: string]: unknown
}

/** The user's sentence for a code, with `{name}` replaced by the details. */
export const sentence = (
  code: ErrorCode,
  language: 'fr' | 'en',
  details: Readonly<Record<string, unknown>> = {},
): string =>
  errors[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'))
