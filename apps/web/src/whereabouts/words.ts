import { defineWords, plural } from '../lib/words.ts'

/** On the technician's phone. */
export const sharingWords = defineWords({
  fr: {
    title: 'Ma position en route',
    back: 'Retour',
    onlineOnly: 'Ce réglage demande le réseau.',
    notOffered: 'Votre entreprise ne montre pas aux clients où sont les techniciens en route.',
    what: 'Être vu par le client que je rejoins',
    agree: 'J’accepte',
    since: (at: string) => `Vous avez accepté le ${at}.`,
    denied:
      'Le téléphone ne donne pas sa position à Régie : autorisez-la dans les réglages du navigateur. Sans elle, rien n’est montré.',
    missing: 'Ce navigateur ne sait pas où il est : rien ne peut être montré.',
    know: 'Ce qu’il faut savoir',
    facts: {
      choice: 'C’est vous qui choisissez. Dire non n’a pas de conséquence sur votre planning.',
      when: 'Seulement entre « En route » et votre arrivée, pendant vos heures de travail. Jamais près de chez vous (500 m), en pause ou le soir.',
      who: 'Seul le client de cette visite le voit, sur sa page. Le bureau ne voit pas votre position.',
      kept: 'Une seule position est gardée, arrondie à une centaine de mètres. Elle est effacée à votre arrivée ; il n’y a pas de trajet enregistré.',
      sign: 'Un bandeau le rappelle sur tous les écrans tant que le client vous voit, avec un bouton pour arrêter.',
      screen:
        'Le téléphone n’envoie rien quand Régie n’est pas à l’écran, ni sans réseau : rien n’est rattrapé ensuite.',
    },
    ask: 'Votre client peut voir sur une carte où vous êtes, si vous le voulez bien.',
    more: 'En savoir plus',
    no: 'Non',
    stop: 'Arrêter',
    seen: (client: string, at: string) => `${client} voit où vous étiez à ${at}`,
    outOfHours: 'Hors de vos heures : le client ne voit pas où vous êtes',
    states: {
      seeking: 'Position cherchée : le client ne voit encore rien',
      unheard: 'Pas de réseau : le client ne voit pas où vous êtes',
      blocked: 'Position bloquée sur ce téléphone : le client ne voit rien',
      lost: 'Position introuvable : le client ne voit rien',
    },
  },
  en: {
    title: 'My position on the way',
    back: 'Back',
    onlineOnly: 'This setting needs the network.',
    notOffered: 'Your company does not show clients where technicians on the way are.',
    what: 'To be seen by the client I am on the way to',
    agree: 'I agree',
    since: (at: string) => `You agreed on ${at}.`,
    denied:
      'The phone does not tell Régie where it is: allow it in the settings of the browser. Without it, nothing is shown.',
    missing: 'This browser does not know where it is: nothing can be shown.',
    know: 'Good to know',
    facts: {
      choice: 'It is your choice. Saying no has no effect on your schedule.',
      when: 'Only between “On my way” and your arrival, during your working hours. Never near your home (500 m), on a break or in the evening.',
      who: 'Only the client of that visit sees it, on their page. The office does not see your position.',
      kept: 'One position is kept, rounded to about a hundred metres. It is deleted when you arrive; no route is recorded.',
      sign: 'A bar says so on every screen while the client sees you, with a button to stop.',
      screen:
        'The phone sends nothing when Régie is not on the screen, nor without network: nothing is made up for afterwards.',
    },
    ask: 'Your client can see on a map where you are, if you do not mind.',
    more: 'Learn more',
    no: 'No',
    stop: 'Stop',
    seen: (client: string, at: string) => `${client} sees where you were at ${at}`,
    outOfHours: 'Outside of your hours: the client does not see where you are',
    states: {
      seeking: 'Looking for the position: the client sees nothing yet',
      unheard: 'No network: the client does not see where you are',
      blocked: 'Position blocked on this phone: the client sees nothing',
      lost: 'Position not found: the client sees nothing',
    },
  },
})

/** In the office. */
export const sharingSettingsWords = defineWords({
  fr: {
    title: 'Le technicien en route, sur une carte',
    text: 'Le jour même, la page du client montre à peu près où est le technicien et quand il arrive. Chaque technicien accepte ou non sur son téléphone.',
    enabled: 'Proposer aux techniciens d’être vus par le client qu’ils rejoignent',
    keep: 'Effacer une position sans nouvelle après',
    minutes: 'min',
    agreed: (agreed: number, all: number) =>
      plural('fr', agreed, {
        zero: `Aucun des ${all} techniciens n’a accepté pour le moment.`,
        one: `# technicien sur ${all} a accepté.`,
        other: `# techniciens sur ${all} ont accepté.`,
      }),
    duties:
      'Avant de l’activer, informez chaque technicien par écrit, consultez le CSE s’il y en a un, et inscrivez ce traitement au registre. Il ne sert qu’à prévenir le client : le bureau ne voit aucune position, et aucun trajet n’est gardé.',
    save: 'Enregistrer',
    saved: 'Réglage enregistré',
  },
  en: {
    title: 'The technician on the way, on a map',
    text: 'On the day, the client’s page shows about where the technician is and when they arrive. Each technician agrees or not on their phone.',
    enabled: 'Offer technicians to be seen by the client they are on the way to',
    keep: 'Delete a position without news after',
    minutes: 'min',
    agreed: (agreed: number, all: number) =>
      plural('en', agreed, {
        zero: `None of the ${all} technicians has agreed so far.`,
        one: `# technician of ${all} has agreed.`,
        other: `# technicians of ${all} have agreed.`,
      }),
    duties:
      'Before you switch it on, inform each technician in writing, consult the works council if there is one, and enter it in the register of processing. It only serves to tell the client: the office sees no position, and no route is kept.',
    save: 'Save',
    saved: 'Setting saved',
  },
})
