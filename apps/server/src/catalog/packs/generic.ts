// Any job: safety first, what was found, what was done.
import { check, option, type PackInput, t } from './words.ts'

export const generic: PackInput = {
  title: t('Intervention', 'Job sheet'),
  trade: 'generic',
  per: 'work_order',
  sections: [
    {
      title: t('Arrivée', 'Arrival'),
      fields: [
        check('announced', 'Présence annoncée sur le site', 'Announced on site'),
        check(
          'protected',
          'Protections portées, zone sûre',
          'Protection worn, area safe',
          t(
            'Ne pas commencer : prévenir le responsable.',
            'Do not begin: tell the person in charge.',
          ),
        ),
      ],
    },
    {
      title: t('Constat', 'Findings'),
      fields: [
        {
          kind: 'choice',
          key: 'state',
          label: t('État à l’arrivée', 'State on arrival'),
          required: true,
          options: [
            option('fine', 'Bon', 'Good'),
            option('worn', 'Usé', 'Worn'),
            option('broken', 'En panne', 'Broken'),
          ],
        },
        {
          kind: 'text',
          key: 'diagnosis',
          label: t('Diagnostic', 'Diagnosis'),
          long: true,
          visibleWhen: 'state != "fine" and known(state)',
          required: true,
        },
        {
          kind: 'table',
          key: 'measurements',
          label: t('Mesures', 'Measurements'),
          columns: [
            { key: 'what', label: t('Mesure', 'Measurement'), required: true },
            { key: 'value', label: t('Valeur', 'Value'), kind: 'number', required: true },
            { key: 'unit', label: t('Unité', 'Unit') },
          ],
        },
      ],
    },
    {
      title: t('Départ', 'Departure'),
      fields: [
        check('tested', 'Essai de bon fonctionnement fait', 'Tried and found to work'),
        check('clean', 'Lieu laissé propre', 'Place left clean'),
        { kind: 'text', key: 'remarks', label: t('Remarques', 'Remarks'), long: true },
      ],
    },
  ],
}
