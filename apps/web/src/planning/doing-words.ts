import { defineWords, plural } from '../lib/words.ts'

const frMany = (count: number, one: string, other: string) => plural('fr', count, { one, other })
const enMany = (count: number, one: string, other: string) => plural('en', count, { one, other })

/** Words of what planners do on the board: overrides, deeds on many, proposals, presence. */
export const doingWords = defineWords({
  fr: {
    override: {
      title: 'Passer outre ?',
      intro: 'Les règles mettent en garde contre cette affectation :',
      reason: 'Raison',
      reasonHelp: 'Elle reste sur l’affectation, avec votre nom.',
      confirm: 'Affecter quand même',
      cancel: 'Ne rien changer',
      badge: 'Passé outre',
      said: (who: string, when: string) => `${who}, ${when}`,
      against: 'Malgré :',
      settings: 'Régler ce que les règles permettent',
    },
    group: {
      moved: (count: number) => frMany(count, '# visite déplacée', '# visites déplacées'),
      swapped: (one: string, other: string) => `${one} et ${other} échangées`,
      unassigned: (count: number) =>
        frMany(count, '# visite retirée du planning', '# visites retirées du planning'),
      locked: (count: number) => frMany(count, '# visite verrouillée', '# visites verrouillées'),
      unlocked: (count: number) =>
        frMany(count, '# visite déverrouillée', '# visites déverrouillées'),
      duplicated: (what: string) => `${what} dupliquée`,
      split: (what: string, parts: number) => `${what} répartie en ${parts} parties`,
    },
    picked: {
      title: (count: number) => frMany(count, '# visite choisie', '# visites choisies'),
      help: 'Maj + clic en ajoute ou en retire une ; Maj + glisser en entoure plusieurs.',
      move: 'Déplacer ensemble',
      swap: 'Échanger les deux',
      unassign: 'Retirer du planning',
      lock: 'Verrouiller',
      unlock: 'Déverrouiller',
      clear: 'Ne plus rien choisir',
      off: 'Une des visites sortirait du planning affiché.',
      still: (count: number) =>
        frMany(count, '# visite ne peut plus bouger', '# visites ne peuvent plus bouger'),
    },
    split: {
      open: 'Répartir sur plusieurs jours',
      title: 'Répartir la visite',
      days: 'Nombre de jours',
      start: 'Début chaque jour',
      parts: 'Ce qui sera planifié',
      confirm: 'Répartir',
      cancel: 'Annuler',
      note: 'La première partie reste cette visite ; chacune des autres devient une intervention qui suit la précédente.',
    },
    duplicate: 'Dupliquer',
    duplicating: (what: string) => `Copie de ${what} : cliquez sa place, ou Entrée pour la poser.`,
    proposal: {
      panel: 'Proposition',
      late: 'Hors délai',
      lateBefore: (count: number) => `${count} aujourd’hui`,
      overtime: 'Heures en plus',
      recall: 'À rappeler',
      recallList: (count: number) =>
        frMany(count, '# personne à rappeler', '# personnes à rappeler'),
      confirmed: 'avait accepté',
      clientConfirmed: 'le client avait confirmé',
      noRecall: 'Personne à rappeler.',
      onBoard: 'Montrer sur le planning',
      acceptOne: 'Accepter ce changement',
      gone: 'Ne tient plus',
      goneCount: (count: number) =>
        frMany(count, '# changement ne tient plus', '# changements ne tiennent plus'),
      goneText: 'Le planning a changé depuis le calcul. Le reste peut être accepté.',
      codes: {
        seat_taken: 'Le poste est déjà pourvu',
        changed: 'La visite a été changée entre-temps',
        locked: 'La visite a été verrouillée',
        not_plannable: 'L’intervention n’est plus à planifier',
        technician_gone: 'Le technicien n’est plus là',
        rule_broken: 'Une règle s’y oppose maintenant',
      },
      back: 'Revenir au plan d’avant',
      backDone: (count: number) =>
        frMany(count, '# affectation comme avant', '# affectations comme avant'),
      backProof: (state: string) => `Même état, empreinte ${state}`,
      backFailed: 'Le plan d’avant ne peut plus revenir tel quel',
      changes: {
        changed: 'changée depuis',
        removed: 'retirée depuis',
        slot_taken: 'créneau pris depuis',
      },
      appliedBy: (who: string, when: string) => `Acceptée par ${who}, ${when}`,
      applied: (count: number) => frMany(count, '# changement accepté', '# changements acceptés'),
      taken: 'Proposition acceptée',
    },
    together: {
      here: (count: number) => frMany(count, '# collègue ici', '# collègues ici'),
      holds: (who: string) => `${who} déplace cette visite`,
      running: 'Un calcul travaille sur ces jours : vos changements pourront le dépasser.',
    },
    heat: {
      title: 'Meilleurs créneaux',
      legend: 'Plus le vert est fort, meilleur est le créneau.',
    },
  },
  en: {
    override: {
      title: 'Do it all the same?',
      intro: 'The rules warn against this assignment:',
      reason: 'Reason',
      reasonHelp: 'It stays on the assignment, with your name.',
      confirm: 'Assign all the same',
      cancel: 'Change nothing',
      badge: 'Overridden',
      said: (who: string, when: string) => `${who}, ${when}`,
      against: 'In spite of:',
      settings: 'Set what the rules allow',
    },
    group: {
      moved: (count: number) => enMany(count, '# visit moved', '# visits moved'),
      swapped: (one: string, other: string) => `${one} and ${other} swapped`,
      unassigned: (count: number) =>
        enMany(count, '# visit taken off the plan', '# visits taken off the plan'),
      locked: (count: number) => enMany(count, '# visit locked', '# visits locked'),
      unlocked: (count: number) => enMany(count, '# visit unlocked', '# visits unlocked'),
      duplicated: (what: string) => `${what} duplicated`,
      split: (what: string, parts: number) => `${what} split into ${parts} parts`,
    },
    picked: {
      title: (count: number) => enMany(count, '# visit picked', '# visits picked'),
      help: 'Shift + click adds or removes one; Shift + drag rounds up several.',
      move: 'Move together',
      swap: 'Swap the two',
      unassign: 'Take off the plan',
      lock: 'Lock',
      unlock: 'Unlock',
      clear: 'Pick nothing',
      off: 'One of the visits would leave the board shown.',
      still: (count: number) =>
        enMany(count, '# visit can no longer move', '# visits can no longer move'),
    },
    split: {
      open: 'Split over several days',
      title: 'Split the visit',
      days: 'Number of days',
      start: 'Start each day',
      parts: 'What will be planned',
      confirm: 'Split',
      cancel: 'Cancel',
      note: 'The first part stays this visit; each of the others becomes a work order that follows the one before.',
    },
    duplicate: 'Duplicate',
    duplicating: (what: string) => `Copy of ${what}: click its place, or Enter to drop it.`,
    proposal: {
      panel: 'Proposal',
      late: 'Late',
      lateBefore: (count: number) => `${count} today`,
      overtime: 'Overtime',
      recall: 'To call again',
      recallList: (count: number) =>
        enMany(count, '# person to call again', '# people to call again'),
      confirmed: 'had accepted',
      clientConfirmed: 'the client had confirmed',
      noRecall: 'Nobody to call again.',
      onBoard: 'Show on the board',
      acceptOne: 'Accept this change',
      gone: 'No longer holds',
      goneCount: (count: number) =>
        enMany(count, '# change no longer holds', '# changes no longer hold'),
      goneText: 'The plan has changed since it was computed. The rest can be accepted.',
      codes: {
        seat_taken: 'The seat is filled already',
        changed: 'The visit was changed in the meantime',
        locked: 'The visit was locked',
        not_plannable: 'The work order is no longer to be planned',
        technician_gone: 'The technician is no longer there',
        rule_broken: 'A rule is against it now',
      },
      back: 'Back to the plan before',
      backDone: (count: number) =>
        enMany(count, '# assignment as before', '# assignments as before'),
      backProof: (state: string) => `Same state, fingerprint ${state}`,
      backFailed: 'The plan before can no longer come back as it was',
      changes: {
        changed: 'changed since',
        removed: 'taken off since',
        slot_taken: 'slot taken since',
      },
      appliedBy: (who: string, when: string) => `Accepted by ${who}, ${when}`,
      applied: (count: number) => enMany(count, '# change accepted', '# changes accepted'),
      taken: 'Proposal accepted',
    },
    together: {
      here: (count: number) => enMany(count, '# colleague here', '# colleagues here'),
      holds: (who: string) => `${who} is moving this visit`,
      running: 'A run is at work on these days: your changes may overtake it.',
    },
    heat: {
      title: 'Best slots',
      legend: 'The stronger the green, the better the slot.',
    },
  },
})
export type DoingWords = (typeof doingWords)['fr']
export type GroupWords = DoingWords['group']
