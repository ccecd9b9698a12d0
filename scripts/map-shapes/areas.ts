/** Zones that are several states of one country, by the states' postal codes. */
export const STATES_OF_ZONES: Readonly<Record<string, string>> = {
  'AU-NSW': 'NS CT JB',
  'AU-NT': 'NT',
  'AU-QLD': 'QL',
  'AU-SA': 'SA',
  'AU-TAS': 'TS',
  'AU-VIC': 'VI',
  'AU-WA': 'WA',
  // The subsystems of ONS. Roraima, whose grid was its own until 2025, is left to the country.
  'BR-N': 'AM AP MA PA TO',
  'BR-NE': 'AL BA CE PB PE PI RN SE',
  'BR-S': 'PR RS SC',
  'BR-CS': 'AC DF ES GO MG MS MT RJ RO SP',
};

/** Zones that are several provinces of one country, by name; Chinese ones have the province's own name. */
export const PROVINCES_OF_ZONES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  chn: {},
  // The regions of Grid-India. Territories in the sea, on grids of their own, are left to the country.
  ind: {
    'IN-NO':
      'Chandigarh|Delhi|Haryana|Himachal Pradesh|Jammu and Kashmir|Punjab|Rajasthan|Uttar Pradesh|Uttaranchal',
    'IN-WE':
      'Chhattisgarh|Dadra and Nagar Haveli|Daman and Diu|Goa|Gujarat|Madhya Pradesh|Maharashtra',
    'IN-SO': 'Andhra Pradesh|Karnataka|Kerala|Puducherry|Tamil Nadu',
    'IN-EA': 'Bihar|Jharkhand|Orissa|Sikkim|West Bengal',
    'IN-NE': 'Arunachal Pradesh|Assam|Manipur|Meghalaya|Mizoram|Nagaland|Tripura',
  },
  // The areas of the ten utilities. Shizuoka, which two of them share along the Fuji river, is left to the country.
  jpn: {
    'JP-HKD': 'Hokkaido',
    'JP-TH': 'Akita|Aomori|Fukushima|Iwate|Miyagi|Niigata|Yamagata',
    'JP-TK': 'Chiba|Gunma|Ibaraki|Kanagawa|Saitama|Tochigi|Tokyo|Yamanashi',
    'JP-CB': 'Aichi|Gifu|Mie|Nagano',
    'JP-HR': 'Fukui|Ishikawa|Toyama',
    'JP-KN': 'Hyōgo|Kyoto|Nara|Osaka|Shiga|Wakayama',
    'JP-CG': 'Hiroshima|Okayama|Shimane|Tottori|Yamaguchi',
    'JP-SK': 'Ehime|Kagawa|Kochi|Tokushima',
    'JP-KY': 'Fukuoka|Kagoshima|Kumamoto|Miyazaki|Nagasaki|Oita|Saga',
    'JP-ON': 'Okinawa',
  },
  // Terna's bidding zones. Umbria changed from one to another in 2021 and is left to the country.
  ita: {
    'IT-NO':
      'Alessandria|Aoste|Asti|Belluno|Bergamo|Biella|Bologna|Bozen|Brescia|Como|Cremona|Cuneo|Ferrara|Forlì-Cesena|Genova|Gorizia|Imperia|La Spezia|Lecco|Lodi|Mantova|Milano|Modena|Monza e Brianza|Novara|Padova|Parma|Pavia|Piacenza|Pordenone|Ravenna|Reggio Emilia|Rimini|Rovigo|Savona|Sondrio|Trento|Treviso|Trieste|Turin|Udine|Varese|Venezia|Verbano-Cusio-Ossola|Vercelli|Verona|Vicenza',
    'IT-CNO':
      'Ancona|Arezzo|Ascoli Piceno|Fermo|Firenze|Grosseto|Livorno|Lucca|Macerata|Massa-Carrara|Pesaro e Urbino|Pisa|Pistoia|Prato|Siena',
    'IT-CSO':
      "Avellino|Benevento|Caserta|Chieti|Frosinone|L'Aquila|Latina|Napoli|Pescara|Rieti|Roma|Salerno|Teramo|Viterbo",
    'IT-SO':
      'Bari|Barletta-Andria Trani|Brindisi|Campobasso|Catanzaro|Cosenza|Crotene|Foggia|Isernia|Lecce|Matera|Potenza|Reggio Calabria|Taranto|Vibo Valentia',
    'IT-SAR':
      'Cagliari|Carbonia-Iglesias|Medio Campidano|Nuoro|Ogliastra|Olbia-Tempio|Oristrano|Sassari',
    'IT-SIC': 'Agrigento|Caltanissetta|Catania|Enna|Messina|Palermo|Ragusa|Siracusa|Trapani',
  },
};

type Spot = readonly [lon: number, lat: number];

/** Zones that are islands or coasts of a country's shape, by a point in each; null is on no grid of the data. */
export const ISLANDS: Readonly<
  Record<string, readonly { readonly zone: string | null; readonly at: readonly Spot[] }[]>
> = {
  DK: [
    { zone: 'DK-BHM', at: [[14.9, 55.13]] },
    {
      zone: 'DK-DK2',
      at: [
        [12, 55.5],
        [11.4, 54.77],
        [11.9, 54.8],
        [12.3, 54.97],
      ],
    },
    {
      zone: 'DK-DK1',
      at: [
        [9.3, 56],
        [10.4, 55.3],
        [9.9, 57.3],
        [8.8, 56.8],
      ],
    },
  ],
  ES: [
    { zone: 'ES-IB-MA', at: [[3, 39.6]] },
    { zone: 'ES-IB-ME', at: [[4.1, 39.97]] },
    { zone: 'ES-IB-IZ', at: [[1.4, 39]] },
    { zone: 'ES-CN-TE', at: [[-16.6, 28.25]] },
    { zone: 'ES-CN-GC', at: [[-15.6, 27.95]] },
    { zone: 'ES-CN-LZ', at: [[-13.65, 29.03]] },
    { zone: 'ES-CN-FV', at: [[-14, 28.4]] },
    { zone: 'ES-CN-LP', at: [[-17.85, 28.65]] },
    { zone: 'ES-CN-IG', at: [[-17.22, 28.12]] },
    { zone: 'ES-CN-HI', at: [[-18, 27.74]] },
  ],
  FR: [
    { zone: 'FR-COR', at: [[9.1, 42.2]] },
    { zone: 'GF', at: [[-53, 4]] },
    {
      zone: 'GP',
      at: [
        [-61.67, 16.15],
        [-61.4, 16.33],
      ],
    },
    { zone: 'MQ', at: [[-61, 14.65]] },
    { zone: 'RE', at: [[55.53, -21.12]] },
    { zone: 'YT', at: [[45.15, -12.82]] },
  ],
  GB: [{ zone: 'GB-NIR', at: [[-6.7, 54.65]] }],
  MY: [
    { zone: 'MY-EM', at: [[114, 3]] },
    { zone: 'MY-WM', at: [[102, 4]] },
  ],
  NO: [
    {
      zone: null,
      at: [
        [16, 78.5],
        [22, 79.7],
        [22.5, 77.9],
        [23, 78.3],
        [11.2, 78.6],
        [29, 78.9],
        [21.5, 78.1],
      ],
    },
  ],
  PH: [
    { zone: 'PH-LU', at: [[121, 16.5]] },
    { zone: 'PH-MI', at: [[125, 7.8]] },
    {
      zone: 'PH-VI',
      at: [
        [122.5, 11.1],
        [123, 10.2],
        [123.9, 10.5],
        [124.85, 10.9],
        [125.1, 12],
        [124.15, 9.85],
      ],
    },
  ],
  // Crimea, which two states claim.
  RU: [{ zone: null, at: [[34.3, 45.3]] }],
  PT: [{ zone: 'PT-MA', at: [[-17, 32.75]] }],
};

/** Countries whose grid is of several zones that follow no border that anybody draws. */
export const UNDRAWN: ReadonlySet<string> = new Set(['CL', 'NO', 'RU', 'SE']);
/** Countries that are islands of several zones: what is left of them is a part without one of its own. */
export const SPLIT: ReadonlySet<string> = new Set(['DK', 'MY', 'PH']);
