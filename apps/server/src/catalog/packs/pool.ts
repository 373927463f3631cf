// Pool maintenance. Limits of collective pools: arrêté du 26 mai 2021, annex I; alkalinity and hardness are practice, and
// private pools have other habits: every number is a setting. Doses follow the stoichiometry of each product; the
// dose that corrects pH depends on alkalinity and product, so it is the label's.
import { check, computed, option, type PackInput, reading, setting, t } from './words.ts'

const settings = [
  setting('ph_low', 'pH le plus bas (eau douce)', 'Lowest pH (fresh water)', [6.9, '']),
  setting('ph_high', 'pH le plus haut (eau douce)', 'Highest pH (fresh water)', [7.7, '']),
  setting('ph_sea_low', 'pH le plus bas (eau de mer)', 'Lowest pH (sea water)', [7.5, '']),
  setting('ph_sea_high', 'pH le plus haut (eau de mer)', 'Highest pH (sea water)', [8.2, '']),
  setting(
    'stabiliser_limit',
    'Stabilisant à partir duquel le chlore disponible compte',
    'Stabiliser from which available chlorine counts',
    [15, 'mg/l'],
  ),
  setting('stabiliser_high', 'Stabilisant le plus haut', 'Highest stabiliser', [75, 'mg/l']),
  setting('active_low', 'Chlore actif le plus bas', 'Lowest active chlorine', [0.4, 'mg/l']),
  setting('active_high', 'Chlore actif le plus haut', 'Highest active chlorine', [1.4, 'mg/l']),
  setting(
    'available_low',
    'Chlore disponible le plus bas (eau stabilisée)',
    'Lowest available chlorine (stabilised)',
    [2, 'mg/l'],
  ),
  setting(
    'available_high',
    'Chlore disponible le plus haut (eau stabilisée)',
    'Highest available chlorine (stabilised)',
    [5, 'mg/l'],
  ),
  setting('combined_high', 'Chlore combiné le plus haut', 'Highest combined chlorine', [
    0.6,
    'mg/l',
  ]),
  setting('alkalinity_low', 'TAC le plus bas', 'Lowest alkalinity', [80, 'mg/l']),
  setting('alkalinity_high', 'TAC le plus haut', 'Highest alkalinity', [120, 'mg/l']),
  setting('hardness_low', 'TH le plus bas', 'Lowest hardness', [100, 'mg/l']),
  setting('hardness_high', 'TH le plus haut', 'Highest hardness', [250, 'mg/l']),
  setting('salt_low', 'Sel le plus bas (électrolyse)', 'Lowest salt (electrolysis)', [4, 'g/l']),
  setting('salt_high', 'Sel le plus haut (électrolyse)', 'Highest salt (electrolysis)', [6, 'g/l']),
  setting(
    'spa_temperature_high',
    'Température la plus haute d’un spa',
    'Highest temperature of a spa',
    [36, '°C'],
  ),
  setting(
    'usual_solids',
    'Matières dissoutes si non mesurées',
    'Dissolved solids when not measured',
    [1000, 'mg/l'],
  ),
]

const highHardness = t(
  'Renouveler une partie de l’eau par une eau moins dure.',
  'Replace part of the water with softer water.',
)

/** The least free chlorine that is right: given for stabilised water, else from the share that is active at this pH. */
const wantedFree = 'stabiliser >= stabiliser_limit ? available_low : active_low / share'

export const pool: PackInput = {
  title: t('Entretien de piscine', 'Pool maintenance'),
  introduction: t(
    'Relevés de l’eau, corrections et contrôle des équipements, pour chaque bassin.',
    'Readings of the water, corrections and checks of the equipment, for each basin.',
  ),
  trade: 'pool',
  per: 'asset',
  settings,
  sections: [
    {
      title: t('Bassin', 'Basin'),
      fields: [
        {
          kind: 'number',
          key: 'volume',
          label: t('Volume', 'Volume'),
          unit: 'm³',
          min: 0.1,
          max: 20_000,
          required: true,
          attribute: 'Volume',
        },
        {
          kind: 'choice',
          key: 'basin',
          label: t('Type de bassin', 'Kind of basin'),
          required: true,
          options: [
            option('pool', 'Piscine', 'Pool'),
            option('spa', 'Spa ou bain à remous', 'Spa'),
          ],
        },
        {
          kind: 'choice',
          key: 'water',
          label: t('Eau', 'Water'),
          required: true,
          options: [option('fresh', 'Douce', 'Fresh'), option('sea', 'De mer', 'Sea')],
        },
      ],
    },
    {
      title: t('Relevés de l’eau', 'Readings of the water'),
      fields: [
        check(
          'clear',
          'Fond visible (repère sombre au point le plus profond)',
          'Bottom visible (dark mark at the deepest point)',
          t(
            'Eau trouble : fermer le bassin, filtrer en continu, vérifier pH et désinfectant.',
            'Cloudy: close the basin, filter without pause, check pH and disinfectant.',
          ),
        ),
        reading('temperature', 'Température', 'Temperature', {
          unit: '°C',
          decimals: 1,
          max: 60,
          required: true,
          range: {
            high: 'basin == "spa" ? spa_temperature_high : null',
            adviceHigh: t(
              'Ramener le spa à {spa_temperature_high} °C au plus.',
              'Bring the spa down to {spa_temperature_high} °C at most.',
            ),
          },
        }),
        reading('ph', 'pH', 'pH', {
          max: 14,
          required: true,
          range: {
            low: 'water == "sea" ? ph_sea_low : ph_low',
            high: 'water == "sea" ? ph_sea_high : ph_high',
            adviceLow: t(
              'pH bas : ajouter du pH plus, dose de l’étiquette pour {volume} m³ ; elle dépend du TAC.',
              'pH low: add pH plus, dose of the label for {volume} m³; it depends on alkalinity.',
            ),
            adviceHigh: t(
              'pH haut : ajouter du pH moins, dose de l’étiquette pour {volume} m³ ; elle dépend du TAC.',
              'pH high: add pH minus, dose of the label for {volume} m³; it depends on alkalinity.',
            ),
          },
        }),
        reading('free_chlorine', 'Chlore libre (DPD 1)', 'Free chlorine (DPD 1)', {
          unit: 'mg/l',
          max: 50,
          required: true,
          range: {
            low: 'known(stabiliser) and stabiliser >= stabiliser_limit ? available_low : null',
            high: 'known(stabiliser) and stabiliser >= stabiliser_limit ? available_high : null',
            adviceLow: t(
              'Ajouter {round(1.54 * (available_low - free_chlorine) * volume)} g d’hypochlorite de calcium (65 %).',
              'Add {round(1.54 * (available_low - free_chlorine) * volume)} g of calcium hypochlorite (65 %).',
            ),
            adviceHigh: t(
              'Arrêter la chloration jusqu’au retour sous {available_high} mg/l.',
              'Stop chlorinating until it is back under {available_high} mg/l.',
            ),
          },
        }),
        reading('total_chlorine', 'Chlore total (DPD 3)', 'Total chlorine (DPD 3)', {
          unit: 'mg/l',
          max: 50,
          required: true,
        }),
        reading('stabiliser', 'Stabilisant (acide isocyanurique)', 'Stabiliser (cyanuric acid)', {
          unit: 'mg/l',
          decimals: 0,
          max: 500,
          required: true,
          range: {
            high: 'stabiliser_high',
            adviceHigh: t(
              'Renouveler environ {round(100 * (1 - stabiliser_high / stabiliser))} % de l’eau, soit {round((1 - stabiliser_high / stabiliser) * volume)} m³, et passer au chlore non stabilisé.',
              'Replace about {round(100 * (1 - stabiliser_high / stabiliser))} % of the water, {round((1 - stabiliser_high / stabiliser) * volume)} m³, and use unstabilised chlorine.',
            ),
          },
        }),
        reading('alkalinity', 'TAC', 'Total alkalinity', {
          unit: 'mg/l',
          decimals: 0,
          max: 1000,
          required: true,
          range: {
            low: 'alkalinity_low',
            high: 'alkalinity_high',
            adviceLow: t(
              'Ajouter {dose_bicarbonate} g de bicarbonate de sodium, en plusieurs fois.',
              'Add {dose_bicarbonate} g of sodium bicarbonate, in several goes.',
            ),
            adviceHigh: t(
              'Ajouter {round(24 * (alkalinity - alkalinity_high) / 10 * volume)} g de bisulfate de sodium, en plusieurs fois, en suivant le pH.',
              'Add {round(24 * (alkalinity - alkalinity_high) / 10 * volume)} g of sodium bisulphate, in several goes, watching pH.',
            ),
          },
        }),
        reading('hardness', 'TH (dureté calcique)', 'Calcium hardness', {
          unit: 'mg/l',
          decimals: 0,
          max: 2000,
          required: true,
          range: {
            low: 'hardness_low',
            high: 'hardness_high',
            adviceLow: t(
              'Ajouter {dose_calcium} g de chlorure de calcium dihydraté.',
              'Add {dose_calcium} g of calcium chloride dihydrate.',
            ),
            adviceHigh: highHardness,
          },
        }),
        reading('salt', 'Sel', 'Salt', {
          unit: 'g/l',
          max: 50,
          range: {
            // Sea water has its own salt; fresh water has some where it is electrolysed.
            low: 'water == "fresh" ? salt_low : null',
            high: 'water == "fresh" ? salt_high : null',
            adviceLow: t('Ajouter {dose_salt} g de sel.', 'Add {dose_salt} g of salt.'),
            adviceHigh: t(
              'Renouveler environ {round(100 * (1 - salt_high / salt))} % de l’eau.',
              'Replace about {round(100 * (1 - salt_high / salt))} % of the water.',
            ),
          },
        }),
        reading('solids', 'Matières dissoutes (TDS)', 'Dissolved solids (TDS)', {
          unit: 'mg/l',
          decimals: 0,
          max: 60_000,
        }),
      ],
    },
    {
      title: t('Calculs', 'Calculations'),
      fields: [
        computed(
          'combined_chlorine',
          ['Chlore combiné', 'Combined chlorine'],
          'round(max(0, total_chlorine - free_chlorine), 2)',
          {
            unit: 'mg/l',
            range: {
              high: 'combined_high',
              adviceHigh: t(
                'Chloramines : aérer, renouveler l’eau, chloration choc hors présence du public à {round(10 * combined_chlorine, 1)} mg/l, soit {round(1.54 * 10 * combined_chlorine * volume)} g d’hypochlorite de calcium (65 %).',
                'Chloramines: air the hall, renew water, shock outside opening hours at {round(10 * combined_chlorine, 1)} mg/l, that is {round(1.54 * 10 * combined_chlorine * volume)} g of calcium hypochlorite (65 %).',
              ),
            },
          },
        ),
        computed(
          'share',
          ['Part active du chlore libre', 'Active share of free chlorine'],
          '1 / (1 + 10 ^ (ph - (3000 / (temperature + 273.15) - 10.0686 + 0.0253 * (temperature + 273.15))))',
          { decimals: 3, visibleWhen: 'known(stabiliser) and stabiliser < stabiliser_limit' },
        ),
        computed(
          'active_chlorine',
          ['Chlore libre actif', 'Free active chlorine'],
          'round(free_chlorine * share, 2)',
          {
            unit: 'mg/l',
            visibleWhen: 'known(stabiliser) and stabiliser < stabiliser_limit',
            range: {
              low: 'active_low',
              high: 'active_high',
              adviceLow: t(
                'Ajouter {round(1.54 * (active_low / share - free_chlorine) * volume)} g d’hypochlorite de calcium (65 %), ou baisser le pH.',
                'Add {round(1.54 * (active_low / share - free_chlorine) * volume)} g of calcium hypochlorite (65 %), or lower pH.',
              ),
              adviceHigh: t(
                'Réduire la chloration jusqu’au retour sous {active_high} mg/l.',
                'Chlorinate less until it is back under {active_high} mg/l.',
              ),
            },
          },
        ),
        computed(
          'saturation',
          ['Indice de saturation (Langelier)', 'Saturation index (Langelier)'],
          'round(ph - ((9.3 + (log10(either(solids, usual_solids)) - 1) / 10 - 13.12 * log10(temperature + 273) + 34.55) - (log10(hardness) - 0.4 + log10(alkalinity))), 2)',
          {
            range: {
              low: '-0.3',
              high: '0.3',
              adviceLow: t(
                'Eau agressive : relever TAC, TH ou pH.',
                'Aggressive water: raise alkalinity, hardness or pH.',
              ),
              adviceHigh: t(
                'Eau entartrante : baisser le pH ou le TAC.',
                'Scaling water: lower pH or alkalinity.',
              ),
            },
          },
        ),
        computed(
          'dose_bicarbonate',
          ['Bicarbonate de sodium à ajouter', 'Sodium bicarbonate to add'],
          'round(16.8 * (alkalinity_low - alkalinity) / 10 * volume)',
          {
            unit: 'g',
            decimals: 0,
            visibleWhen: 'alkalinity < alkalinity_low',
          },
        ),
        computed(
          'dose_calcium',
          ['Chlorure de calcium dihydraté à ajouter', 'Calcium chloride dihydrate to add'],
          'round(14.7 * (hardness_low - hardness) / 10 * volume)',
          {
            unit: 'g',
            decimals: 0,
            visibleWhen: 'hardness < hardness_low',
          },
        ),
        computed(
          'dose_salt',
          ['Sel à ajouter', 'Salt to add'],
          'round(1000 * (salt_low - salt) * volume)',
          {
            unit: 'g',
            decimals: 0,
            visibleWhen: 'known(salt) and water == "fresh" and salt < salt_low',
          },
        ),
        computed(
          'dose_chlorine',
          ['Hypochlorite de calcium (65 %) à ajouter', 'Calcium hypochlorite (65 %) to add'],
          `round(max(0, 1.54 * ((${wantedFree}) - free_chlorine) * volume))`,
          {
            unit: 'g',
            decimals: 0,
            visibleWhen: `known(stabiliser) and free_chlorine < (${wantedFree})`,
          },
        ),
      ],
    },
    {
      title: t('Entretien', 'Maintenance'),
      fields: [
        check('skimmers', 'Skimmers et préfiltre nettoyés', 'Skimmers and pre-filter cleaned'),
        check('backwash', 'Filtre lavé et rincé', 'Filter backwashed and rinsed'),
        reading('filter_pressure', 'Pression du filtre', 'Filter pressure', {
          unit: 'bar',
          max: 10,
        }),
        reading('water_meter', 'Compteur d’eau', 'Water meter', { unit: 'm³', max: 10_000_000 }),
        check('dosing', 'Pompes doseuses et sondes vérifiées', 'Dosing pumps and probes checked'),
        check('logbook', 'Carnet sanitaire rempli', 'Sanitary logbook filled in'),
        {
          kind: 'table',
          key: 'products',
          label: t('Produits ajoutés', 'Products added'),
          columns: [
            { key: 'product', label: t('Produit', 'Product'), required: true },
            {
              key: 'quantity',
              label: t('Quantité', 'Quantity'),
              kind: 'number',
              unit: 'kg',
              required: true,
            },
          ],
        },
        { kind: 'text', key: 'remarks', label: t('Remarques', 'Remarks'), long: true },
      ],
    },
  ],
}
