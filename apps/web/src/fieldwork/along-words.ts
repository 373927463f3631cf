import { defineWords } from '../lib/words.ts'

/** What is taken along: documents, past reports, parts. */
export const alongWords = defineWords({
  fr: {
    documents: 'Documents',
    onPhone: 'Sur le téléphone',
    online: 'Avec le réseau',
    report: 'Compte rendu',
    outcomes: { completed: 'Terminée', to_continue: 'À poursuivre', abandoned: 'Abandonnée' },
    texts: {
      context: 'Contexte',
      objectives: 'Objectifs',
      methods: 'Moyens',
      workDone: 'Travaux réalisés',
      results: 'Résultats',
      anomalies: 'Anomalies',
      remarks: 'Remarques',
    } as Readonly<Record<string, string>>,
    recommended: 'Conseillé au client',
    flags: { low: 'bas', high: 'haut', unexpected: 'à revoir' } as Readonly<Record<string, string>>,
    fromList: 'Dans la liste',
    partNone: 'Écrivez ou choisissez dans la liste.',
    price: (price: string, unit: string) => (unit ? `${price} HT / ${unit}` : `${price} HT`),
    photoSmall: 'Aperçu : la photo entière demande le réseau.',
  },
  en: {
    documents: 'Documents',
    onPhone: 'On the phone',
    online: 'Needs the network',
    report: 'Report',
    outcomes: {
      completed: 'Completed',
      to_continue: 'To be continued',
      abandoned: 'Abandoned',
    },
    texts: {
      context: 'Context',
      objectives: 'Objectives',
      methods: 'Means',
      workDone: 'Work done',
      results: 'Results',
      anomalies: 'Anomalies',
      remarks: 'Remarks',
    } as Readonly<Record<string, string>>,
    recommended: 'Recommended to the client',
    flags: { low: 'low', high: 'high', unexpected: 'to look at' } as Readonly<
      Record<string, string>
    >,
    fromList: 'In the list',
    partNone: 'Type, or choose from the list.',
    price: (price: string, unit: string) =>
      unit ? `${price} excl. tax / ${unit}` : `${price} excl. tax`,
    photoSmall: 'Preview: the whole photo needs the network.',
  },
})
