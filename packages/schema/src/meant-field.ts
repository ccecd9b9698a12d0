import { RUN_FIELDS } from './fields/run.ts';

/** What people call a field of a run, by its path; each word without signs between, in lower case. */
const WORDS: Readonly<Record<string, string>> = {
  '/hours':
    'hour hrs h time duration runtime walltime wallclock elapsed elapsedtime trainingtime traininghours durationhours wallclockhours',
  '/deviceHours':
    'gpuhours gpuhour gpuhrs gpuh tpuhours chiphours chiphour acceleratorhours devicehour gputime gpudays',
  '/hardware':
    'gpu gpus chip chips tpu tpus device devices card cards graphicscard accelerators gputype gpumodel gpuname hardwaretype hw',
  '/hardware/*/accelerator': 'accelerator',
  '/hardware/*/count':
    'count gpucount numgpus ngpus numbergpus numberofgpus devicecount chipcount quantity number num n acceleratorcount',
  '/hardware/*/utilisation':
    'utilization utilisation util usage load gpuutilization gpuutilisation gpuload usagefactor',
  '/hardware/*/powerW':
    'power powerw watts watt w gpupower meanpower averagepower powerdraw powerwatts wattage',
  '/hardware/*/accelerator/tdpW': 'tdp tdpw ratedpower',
  '/instance': 'instancetype machinetype vm vmtype machine',
  '/instanceCount': 'instances numberofinstances',
  '/slice': 'tpuslice pod topology',
  '/nodes': 'node nodecount numnodes nnodes servers hosts machines',
  '/energyKwh':
    'energy kwh energyconsumed energyconsumption consumption electricity consumedenergy',
  '/energyScope': 'scopeofenergy meterscope meter',
  '/host/cpu': 'cpu cpus processor processors cpumodel',
  '/host/cpuCount': 'cpucount sockets',
  '/host/cores': 'cores cpucores threads ncores ncpus',
  '/host/memoryGb': 'memory ram memorygb ramgb mem',
  '/host/utilisation': 'cpuutilization cpuutilisation cpuload cpuusage',
  '/host/powerW': 'hostpower cpupower hostpowerw',
  '/place': 'country',
  '/place/country': 'countrycode countryname countryisocode nation',
  '/place/region': 'region cloudregion location datacenter datacentre datacenterregion',
  '/place/provider': 'provider cloud cloudprovider vendor',
  '/place/zone': 'zone gridzone grid balancingauthority',
  '/carbonIntensityGPerKwh':
    'carbonintensity intensity gridintensity emissionfactor emissionsfactor ci carbon co2intensity gridcarbonintensity',
  '/marketBasedIntensityGPerKwh':
    'marketbased marketbasedintensity marketintensity contractintensity',
  '/offsetFraction': 'offset offsets offsetshare compensation',
  '/scope': 'gridscope emissionscope emissionsscope ghgscope intensityscope',
  '/wueLPerKwh': 'wue water waterusage',
  '/gridWaterLPerKwh': 'gridwater offsitewater wueoffsite ewif waterintensity',
  '/pue': 'powerusageeffectiveness',
  '/overheadFactor': 'overhead losses',
  '/repeats': 'repeat repetitions restarts seeds trials runscount nruns times',
  '/idle/hours': 'idlehours idletime',
  '/idle/powerW': 'idlepower idlepowerw',
  '/embodied/serviceLifeYears': 'servicelife servicelifeyears lifetime lifespan',
  '/embodied/averageUse': 'averageuse',
  '/embodied/kgCo2ePerChip': 'kgco2eperchip embodiedkg embodiedcarbon',
  '/year': 'calendaryear yr',
  '/start': 'date started startdate starttime begin from timestamp',
  '/end': 'ended enddate endtime stop until finish',
  '/model/name': 'modelname',
  '/model/parameters': 'parameters params nparams modelsize',
  '/model/tokens': 'tokens ntokens trainingtokens',
  '/model/flop': 'flop flops totalflops',
  '/work': 'task workload worktype typeofwork',
  '/phase': 'stage trainingtype step',
  '/functionalUnit': 'unit functionalunits',
  '/functionalUnit/count': 'unitcount',
  '/name': 'title label runname',
  '/edition': 'dataedition datayear',
};

const bare = (word: string) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Names of fields themselves, which stand deeper than they were written; then what people call them. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...Object.keys(RUN_FIELDS)
    .filter((path) => !path.startsWith('/readings') && !path.endsWith('*'))
    // The highest counts where several fields have one name.
    .sort((a, b) => b.split('/').length - a.split('/').length)
    .map((path) => [bare(path.slice(path.lastIndexOf('/') + 1)), path] as const),
  ...Object.entries(WORDS).flatMap(([path, words]) =>
    words.split(' ').map((word) => [word, path] as const),
  ),
]);

/**
 * The field that a word means, whatever its letters are: `gpu_hours` is `/deviceHours`.
 *
 * @param word as written, in whatever case and with whatever signs between
 * @returns the field's path, `*` for every place in a list; null where the word means none
 */
export function meantField(word: string): string | null {
  return MEANT.get(bare(word)) ?? null;
}
