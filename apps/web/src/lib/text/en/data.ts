import type { TableName } from '@ml-emissions/calculator/tables';

/** English words of the Data page. Another language is a file of the same shape. */
export const words = {
  title: 'Data',
  about:
    'Every figure of the calculator stands in one of these tables, one fact a row, each with its source. An empty cell is not known. Columns carry the names and units of the files.',
  choose: 'Table',
  loading: 'Fetching the table …',
  tables: {
    accelerators:
      'GPUs, TPUs and other chips: rated power, memory, peak FLOP/s, names that people use.',
    ambiguous_aliases: 'Names that people use for several chips or processors.',
    coefficients: 'Constants of the methods of others, and rules of servers.',
    context: 'What the world emits and uses, and what was found out about offsets.',
    cpus: 'Processors: rated power, cores, year.',
    defaults: 'Every default of the model with its spread, grade and evidence.',
    embodied: 'What making a part emits.',
    equivalences: 'Things that people know, in kg CO2e.',
    gwp: 'What a kilogram of each greenhouse gas warms, beside a kilogram of CO2.',
    idle_power: 'Power of chips with nothing to do: evidence.',
    instance_families: 'Cloud machines without chips of their own, by family.',
    instances: 'What clouds rent out: chips, processors, memory.',
    landmarks: 'Footprints to compare with: of models as published, and of what people do.',
    lifecycle_factors: 'Emissions by fuel and technology.',
    memory_power: 'Power of memory: evidence.',
    provider_claims: 'What providers say they offset or match.',
    providers: 'Clouds and other providers.',
    region_energy: 'PUE and water that providers publish by region.',
    region_intensity: 'Carbon intensity that providers publish by region.',
    regions: 'Regions of providers with their grid zones and coordinates.',
    server_overhead: 'Supply losses and fans: evidence.',
    sites: 'Named sites: research computers and rented services, their operator, grid and PUE.',
    cities: 'Cities, so that a place is known by its city.',
    subdivisions:
      'First-level divisions of countries by name, so that a place within one is known.',
    sources: 'Where everything comes from.',
    tpu_slices: 'TPU slices by name.',
    typical_utilisation: 'Mean power by kind of work: evidence.',
    zone_hours: 'The day of grids, hour by hour.',
    zone_intensity: 'Carbon intensity of grids by year.',
    zone_mix: 'Electricity by fuel, by grid and year.',
    zone_variation: 'How much grids vary within a year.',
    zone_water: 'Water that power plants consume, by grid.',
    zones: 'Grid areas, states and countries.',
    'odbl/embodied': 'What making a part emits, from share-alike sources.',
    'odbl/zone_hours': 'The day of grids, hour by hour, from share-alike sources.',
    'odbl/zone_intensity': 'Carbon intensity of grids by year, from Electricity Maps.',
    'odbl/zone_variation': 'How much grids vary within a year, from share-alike sources.',
    '2019-paper/accelerators': 'Appendix B of the paper as printed.',
    '2019-paper/offsets': 'What the paper says that providers offset.',
    '2019-paper/regions': 'Appendix A of the paper as printed.',
  } as Readonly<Record<TableName, string>>,
  licence: 'Facts; the licence of each source stands in the table of sources.',
  licenceOdbl: 'Open Database License 1.0: what is made of it is shared alike.',
  search: 'Search the table',
  count: (found: string, all: string) =>
    found === all ? `${all} rows` : `${found} of ${all} rows`,
  whole: 'Long cells in full',
  download: 'Download as CSV',
  more: (left: string) => `Show more (${left} left)`,
  changesTitle: 'What changed against the paper',
  changesAbout:
    'The paper’s own tables of 2019, kept as printed, beside what is known now. Its intensities mix scopes, years and bases; some chips were given with a wrong power. Computed from both editions.',
  changeHead: ['name', '2019', 'today', 'today / 2019'],
  regionsChanged: (count: number) =>
    `Carbon intensity of ${count} regions, the largest change first`,
  chipsChanged: (count: number) =>
    `Rated power of ${count} chips for which another figure is known today`,
  all: 'Show all',
  fewer: 'Show fewer',
  contributeTitle: 'How to contribute',
  contribute:
    'A new chip is one line of data/accelerators.csv with its source, and nothing else; npm run data:check proves that it fits. CONTRIBUTING.md in the repository says how, step by step.',
  contributeExample:
    'nvidia-h100-sxm5-80gb,NVIDIA H100 SXM5 80GB,NVIDIA,Hopper,gpu,sxm,datacenter,2022,700,…',
};
