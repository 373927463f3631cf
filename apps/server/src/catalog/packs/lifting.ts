// Lifting gear of a stage before anything hangs over people. The wind limit is the one of the structure's own papers.
import { check, computed, option, type PackInput, reading, setting, t } from './words.ts'

const stop = t(
  'Ne pas lever. Mettre hors service et remplacer.',
  'Do not lift. Take out of use and replace.',
)

export const lifting: PackInput = {
  title: t('Levage de scène : contrôle avant usage', 'Stage lifting: check before use'),
  introduction: t(
    'À remplir par le chef rigger avant la première levée et après chaque modification.',
    'Filled in by the head rigger before the first lift and after every change.',
  ),
  trade: 'lifting',
  per: 'work_order',
  settings: [
    setting(
      'use_high',
      'Emploi le plus haut de la charge admissible',
      'Highest use of the working load',
      [100, '%'],
    ),
    setting('wind_high', 'Vent le plus fort pour lever', 'Strongest wind to lift in', [8, 'm/s']),
    setting('wind_stop', 'Vent d’évacuation', 'Wind to evacuate', [15, 'm/s']),
  ],
  sections: [
    {
      title: t('Documents', 'Papers'),
      fields: [
        check(
          'plan',
          'Plan d’accroche et note de calcul sur place',
          'Rigging plan and calculation on site',
        ),
        check(
          'periodic',
          'Vérification périodique des palans à jour',
          'Periodic inspection of hoists up to date',
          stop,
        ),
        check(
          'certified',
          'Équipe formée et autorisée',
          'Crew trained and authorised',
          t('Seul le personnel autorisé lève.', 'Only authorised people lift.'),
        ),
        {
          kind: 'choice',
          key: 'structure',
          label: t('Structure porteuse', 'What it hangs from'),
          required: true,
          options: [
            option('roof', 'Grill du lieu', 'Grid of the venue'),
            option('ground', 'Ground support'),
            option('tower', 'Tour ou layher', 'Tower'),
          ],
        },
        {
          kind: 'text',
          key: 'loads_by',
          label: t('Charges du lieu validées par', 'Venue loads approved by'),
          visibleWhen: 'structure == "roof"',
          required: true,
        },
        check('ballast', 'Lestage et appuis conformes au plan', 'Ballast and footings as planned'),
      ],
    },
    {
      title: t('Points d’accroche', 'Hanging points'),
      fields: [
        {
          kind: 'table',
          key: 'points',
          label: t('Palans et points', 'Hoists and points'),
          required: true,
          columns: [
            { key: 'name', label: t('Point', 'Point'), required: true },
            { key: 'serial', label: t('N° de palan', 'Hoist no.') },
            {
              key: 'limit',
              label: t('CMU', 'Working load'),
              kind: 'number',
              unit: 'kg',
              required: true,
            },
            { key: 'load', label: t('Charge', 'Load'), kind: 'number', unit: 'kg', required: true },
          ],
        },
        computed('total', ['Charge totale', 'Total load'], 'sum(points, "load")', {
          unit: 'kg',
          decimals: 0,
        }),
        computed(
          'use',
          ['Emploi de la charge admissible', 'Use of the working load'],
          'count(points) > 0 ? round(100 * sum(points, "load") / sum(points, "limit")) : null',
          {
            unit: '%',
            decimals: 0,
            range: { high: 'use_high', adviceHigh: stop },
          },
        ),
      ],
    },
    {
      title: t('Matériel', 'Gear'),
      fields: [
        check(
          'slings',
          'Élingues et chaînes sans défaut, marquées',
          'Slings and chains sound and marked',
          stop,
        ),
        check('shackles', 'Manilles vissées et freinées', 'Shackles screwed and locked', stop),
        check(
          'trusses',
          'Structures, axes et goupilles en place',
          'Trusses, pins and clips in place',
          stop,
        ),
        check(
          'safeties',
          'Élingues de sécurité sur chaque appareil',
          'Safety bonds on every fixture',
          stop,
        ),
        check(
          'brake',
          'Essai des palans : montée, descente, frein, arrêt d’urgence',
          'Hoists tried: up, down, brake, emergency stop',
          stop,
        ),
        check(
          'zone',
          'Zone sous charge fermée au public et à l’équipe',
          'Area under load closed to public and crew',
        ),
        reading('wind', 'Vent mesuré', 'Wind measured', {
          unit: 'm/s',
          decimals: 1,
          max: 60,
          range: {
            high: 'wind_high',
            adviceHigh: t(
              'Vent trop fort : ne pas lever ; évacuer au-dessus de {wind_stop} m/s.',
              'Too windy: do not lift; evacuate above {wind_stop} m/s.',
            ),
          },
        }),
        {
          kind: 'photo',
          key: 'photos',
          label: t('Photos des accroches', 'Photos of the points'),
          required: true,
          most: 12,
        },
        {
          kind: 'text',
          key: 'defects',
          label: t('Défauts constatés et suites données', 'Defects found and what was done'),
          long: true,
        },
        {
          kind: 'signature',
          key: 'rigger',
          label: t('Signature du chef rigger', 'Signature of the head rigger'),
          required: true,
        },
      ],
    },
  ],
}
