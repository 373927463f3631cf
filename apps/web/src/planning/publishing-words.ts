import { defineWords, plural } from '../lib/words.ts'

const fr = (count: number, one: string, other: string) => plural('fr', count, { one, other })
const en = (count: number, one: string, other: string) => plural('en', count, { one, other })

/** Words of publishing: what is different from the plan technicians know, and how they are told. */
export const publishingWords = defineWords({
  fr: {
    title: 'Publier le planning',
    none: 'Rien à publier sur cette période',
    noneText: 'Les techniciens connaissent tout ce qui est planifié ici.',
    intro:
      'Les nouvelles visites partent à la publication. Ce qui était déjà publié change tout de suite : le technicien est prévenu sans attendre.',
    fresh: (count: number) => fr(count, '# nouvelle', '# nouvelles'),
    changed: (count: number) => fr(count, '# changée', '# changées'),
    unchanged: (count: number) => fr(count, '# inchangée', '# inchangées'),
    kinds: { new: 'Nouvelle', given: 'Confiée', moved: 'Déplacée', withdrawn: 'Retirée' },
    confirm: (count: number) => fr(count, 'Publier # visite', 'Publier # visites'),
    acknowledge: (count: number) =>
      fr(count, 'Marquer # changement connu', 'Marquer # changements connus'),
    done: (count: number) => fr(count, '# technicien prévenu', '# techniciens prévenus'),
    acknowledged: (count: number) =>
      fr(count, '# changement marqué connu', '# changements marqués connus'),
    cancel: 'Annuler',
    channels: {
      email: 'E-mail',
      sms: 'SMS',
      push: 'Notification du téléphone',
      slack: 'Slack',
      inbox: 'Boîte de réception',
    },
    by: (channel: string, fallbacks: readonly string[]) =>
      fallbacks.length > 0 ? `${channel}, sinon ${fallbacks.join(', puis ')}` : channel,
    when: {
      soon: () => 'tout de suite',
      digest: (at: string) => `vers ${at}`,
      quiet_hours: (at: string) => `${at}, après les heures calmes`,
    },
    unreachable: (hasInbox: boolean) =>
      hasInbox
        ? 'Aucun moyen de le joindre : seule sa boîte de réception le dira.'
        : 'Aucun moyen de le joindre : ni e-mail, ni mobile, ni application. Appelez-le.',
    disabled: 'Les messages de planning sont désactivés : personne ne sera prévenu.',
    alreadyTold: (channel: string, state: string, at: string) =>
      `Changements : ${channel}, ${state} ${at}`,
    waiting: (at: string) => `Changements : message prévu vers ${at}`,
    notTold: 'Changements : aucun message n’est parti.',
    messageStates: {
      queued: 'en attente depuis',
      sending: 'en cours d’envoi,',
      handed_over: 'remis',
      delivered: 'reçu',
      failed: 'en échec',
      overtaken: 'dépassé',
      kept: 'gardé sur cette machine',
    },
    unseenSince: (at: string, who: string) => `Changée ${at}, pas encore vue par ${who}`,
    knownAs: (when: string) => `Connue du technicien : ${when}`,
    knownNot: 'Confiée depuis : nouvelle pour lui',
  },
  en: {
    title: 'Publish the plan',
    none: 'Nothing to publish in this range',
    noneText: 'The technicians know everything planned here.',
    intro:
      'New visits are told when you publish. What was published before changes at once: its technician is told without waiting.',
    fresh: (count) => en(count, '# new', '# new'),
    changed: (count) => en(count, '# changed', '# changed'),
    unchanged: (count) => en(count, '# unchanged', '# unchanged'),
    kinds: { new: 'New', given: 'Given', moved: 'Moved', withdrawn: 'Withdrawn' },
    confirm: (count) => en(count, 'Publish # visit', 'Publish # visits'),
    acknowledge: (count) => en(count, 'Mark # change as known', 'Mark # changes as known'),
    done: (count) => en(count, '# technician told', '# technicians told'),
    acknowledged: (count) => en(count, '# change marked as known', '# changes marked as known'),
    cancel: 'Cancel',
    channels: {
      email: 'E-mail',
      sms: 'SMS',
      push: 'Phone notification',
      slack: 'Slack',
      inbox: 'Inbox',
    },
    by: (channel, fallbacks) =>
      fallbacks.length > 0 ? `${channel}, else ${fallbacks.join(', then ')}` : channel,
    when: {
      soon: () => 'at once',
      digest: (at) => `around ${at}`,
      quiet_hours: (at) => `${at}, after the quiet hours`,
    },
    unreachable: (hasInbox) =>
      hasInbox
        ? 'No way to reach them: only their inbox will say so.'
        : 'No way to reach them: no e-mail, no mobile, no app. Call them.',
    disabled: 'Messages about the plan are switched off: nobody will be told.',
    alreadyTold: (channel, state, at) => `Changes: ${channel}, ${state} ${at}`,
    waiting: (at) => `Changes: message due around ${at}`,
    notTold: 'Changes: no message has gone out.',
    messageStates: {
      queued: 'waiting since',
      sending: 'being sent,',
      handed_over: 'handed over',
      delivered: 'delivered',
      failed: 'failed',
      overtaken: 'overtaken',
      kept: 'kept on this machine',
    },
    unseenSince: (at, who) => `Changed ${at}, not seen by ${who} yet`,
    knownAs: (when) => `Known to the technician as ${when}`,
    knownNot: 'Given since: new to them',
  },
})
