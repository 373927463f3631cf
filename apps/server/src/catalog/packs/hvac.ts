// Maintenance and leak check of an appliance with a refrigerant. Warming potentials and thresholds are those of the F-gas
// rules as we know them; they change: each is a setting.
import { check, computed, option, type PackInput, reading, setting, t } from './words.ts'

const leaking = 'leak == "yes"'

export const hvac: PackInput = {
  title: t('Entretien CVC et contrôle d’étanchéité', 'HVAC maintenance and leak check'),
  introduction: t(
    'Pour chaque appareil : fluide, contrôle d’étanchéité, mesures et entretien.',
    'For each appliance: refrigerant, leak check, measurements and maintenance.',
  ),
  trade: 'hvac',
  per: 'asset',
  settings: [
    setting('gwp_r32', 'PRP du R-32', 'GWP of R-32', [675, '']),
    setting('gwp_r410a', 'PRP du R-410A', 'GWP of R-410A', [2088, '']),
    setting('gwp_r134a', 'PRP du R-134a', 'GWP of R-134a', [1430, '']),
    setting('gwp_r407c', 'PRP du R-407C', 'GWP of R-407C', [1774, '']),
    setting('gwp_r404a', 'PRP du R-404A', 'GWP of R-404A', [3922, '']),
    setting('gwp_r290', 'PRP du R-290', 'GWP of R-290', [3, '']),
    setting('check_from', 'Charge soumise au contrôle à partir de', 'Leak check asked from', [
      5,
      't éq. CO₂',
    ]),
    setting('superheat_low', 'Surchauffe la plus basse', 'Lowest superheat', [4, 'K']),
    setting('superheat_high', 'Surchauffe la plus haute', 'Highest superheat', [12, 'K']),
    setting('subcooling_low', 'Sous-refroidissement le plus bas', 'Lowest subcooling', [3, 'K']),
    setting('subcooling_high', 'Sous-refroidissement le plus haut', 'Highest subcooling', [
      10,
      'K',
    ]),
  ],
  sections: [
    {
      title: t('Appareil', 'Appliance'),
      fields: [
        {
          kind: 'choice',
          key: 'refrigerant',
          label: t('Fluide', 'Refrigerant'),
          required: true,
          options: ['R-32', 'R-410A', 'R-134a', 'R-407C', 'R-404A', 'R-290'].map((name) =>
            option(name.toLowerCase().replace('-', ''), name),
          ),
        },
        {
          kind: 'number',
          key: 'charge',
          label: t('Charge', 'Charge'),
          unit: 'kg',
          min: 0,
          max: 5000,
          required: true,
          attribute: 'Charge',
        },
        computed(
          'equivalent',
          ['Charge en équivalent CO₂', 'Charge as CO₂ equivalent'],
          'charge / 1000 * (refrigerant == "r32" ? gwp_r32 : refrigerant == "r410a" ? gwp_r410a : refrigerant == "r134a" ? gwp_r134a : refrigerant == "r407c" ? gwp_r407c : refrigerant == "r404a" ? gwp_r404a : gwp_r290)',
          { unit: 't éq. CO₂' },
        ),
        {
          kind: 'text',
          key: 'serial',
          label: t('Numéro de série', 'Serial number'),
          attribute: 'Numéro de série',
        },
      ],
    },
    {
      title: t('Contrôle d’étanchéité', 'Leak check'),
      help: t(
        'Demandé à partir de la charge réglée, après réparation et à la mise en service.',
        'Asked from the set charge on, after a repair and when put into service.',
      ),
      visibleWhen: 'equivalent >= check_from',
      fields: [
        {
          kind: 'choice',
          key: 'method',
          label: t('Méthode', 'Method'),
          required: true,
          multiple: true,
          options: [
            option('detector', 'Détecteur manuel', 'Hand-held detector'),
            option('foam', 'Produit moussant', 'Foam'),
            option('indirect', 'Contrôle indirect', 'Indirect check'),
          ],
        },
        {
          kind: 'text',
          key: 'detector',
          label: t(
            'Détecteur (référence, date d’étalonnage)',
            'Detector (reference, date of calibration)',
          ),
          visibleWhen: 'has(method, "detector")',
          required: true,
        },
        {
          kind: 'yes_no',
          key: 'leak',
          label: t('Fuite constatée', 'Leak found'),
          required: true,
          expected: 'no',
          advice: t(
            'Réparer, puis contrôler à nouveau dans le mois.',
            'Repair, then check again within a month.',
          ),
        },
        {
          kind: 'text',
          key: 'leak_place',
          label: t('Emplacement de la fuite', 'Where it leaks'),
          visibleWhen: leaking,
          required: true,
        },
        {
          kind: 'photo',
          key: 'leak_photos',
          label: t('Photos de la fuite', 'Photos of the leak'),
          visibleWhen: leaking,
          required: true,
        },
        { ...check('repaired', 'Fuite réparée', 'Leak repaired'), visibleWhen: leaking },
        {
          kind: 'number',
          key: 'added',
          label: t('Fluide ajouté', 'Refrigerant added'),
          unit: 'kg',
          min: 0,
          max: 5000,
        },
        {
          kind: 'number',
          key: 'recovered',
          label: t('Fluide récupéré', 'Refrigerant recovered'),
          unit: 'kg',
          min: 0,
          max: 5000,
        },
      ],
    },
    {
      title: t('Mesures', 'Measurements'),
      fields: [
        reading('suction_pressure', 'Basse pression', 'Low pressure', { unit: 'bar', max: 60 }),
        reading('discharge_pressure', 'Haute pression', 'High pressure', { unit: 'bar', max: 100 }),
        reading('superheat', 'Surchauffe', 'Superheat', {
          unit: 'K',
          decimals: 1,
          max: 80,
          required: true,
          range: {
            low: 'superheat_low',
            high: 'superheat_high',
            adviceLow: t(
              'Risque de retour de liquide : vérifier le détendeur.',
              'Liquid may return: check the expansion valve.',
            ),
            adviceHigh: t(
              'Manque de fluide ou détendeur fermé : contrôler la charge.',
              'Short of refrigerant or valve closed: check the charge.',
            ),
          },
        }),
        reading('subcooling', 'Sous-refroidissement', 'Subcooling', {
          unit: 'K',
          decimals: 1,
          max: 80,
          range: {
            low: 'subcooling_low',
            high: 'subcooling_high',
            adviceLow: t('Manque de fluide possible.', 'May be short of refrigerant.'),
            adviceHigh: t(
              'Excès de fluide ou incondensables possibles.',
              'May hold too much refrigerant or air.',
            ),
          },
        }),
        reading('air_in', 'Air repris', 'Air in', { unit: '°C', decimals: 1, min: -40, max: 80 }),
        reading('air_out', 'Air soufflé', 'Air out', {
          unit: '°C',
          decimals: 1,
          min: -40,
          max: 80,
        }),
        computed(
          'air_difference',
          ['Écart reprise – soufflage', 'Difference of air'],
          'abs(air_in - air_out)',
          { unit: 'K', decimals: 1 },
        ),
      ],
    },
    {
      title: t('Entretien', 'Maintenance'),
      fields: [
        check('filters', 'Filtres nettoyés ou remplacés', 'Filters cleaned or replaced'),
        check('coils', 'Échangeurs propres', 'Coils clean'),
        check('condensate', 'Évacuation des condensats libre', 'Condensate drains freely'),
        check(
          'electrics',
          'Serrage et isolement électrique vérifiés',
          'Electrical tightness and insulation checked',
        ),
        check('safety', 'Pressostats et sécurités essayés', 'Pressure switches and safeties tried'),
        { kind: 'text', key: 'remarks', label: t('Remarques', 'Remarks'), long: true },
      ],
    },
  ],
}
