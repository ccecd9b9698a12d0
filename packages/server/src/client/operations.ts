// Written by `npm run schemas` from the OpenAPI document.
import type { ProjectInput, RunInput } from '@ml-emissions/calculator';
import type { Checked, CheckedProject, Comparison, EstimateResult, Explanation, ProjectComparison, ProjectExplanation, ProjectResult, SlimRow, Verified } from '../openapi/answers.ts';

/** What each operation takes and answers. */
export interface Operations {
  /** Energy and emissions of a run, a project, or many of them. */
  readonly 'estimate': {
    readonly query?: {
      /** the whole result, or its row; rows for lines where it is not told */
      readonly 'answer'?: "result" | "row";
      /** whether the receipt is in the result (default: true) */
      readonly 'receipt'?: boolean;
      /** whether the least emitting places are in the result (default: true) */
      readonly 'alternatives'?: boolean;
    };
    readonly body: RunInput | ProjectInput | readonly (RunInput | ProjectInput)[];
    readonly answer: EstimateResult | ProjectResult | SlimRow | readonly (EstimateResult | ProjectResult | SlimRow)[];
  };
  /** The same work in other regions, on other hardware, at another utilisation, with fewer trials. */
  readonly 'compare': {
    readonly body: { readonly 'run'?: RunInput; readonly 'project'?: ProjectInput; readonly 'regions'?: boolean | { readonly 'providers'?: readonly (string)[]; readonly 'continents'?: readonly (string)[]; readonly 'countries'?: readonly (string)[]; readonly 'offered'?: boolean }; readonly 'accelerators'?: boolean | readonly (string)[]; readonly 'precision'?: "fp32" | "tf32" | "bf16" | "fp16" | "fp8" | "fp4" | "int8"; readonly 'utilisation'?: readonly (number)[]; readonly 'repeats'?: readonly (number)[]; readonly 'tokens'?: readonly (number)[] };
    readonly answer: Comparison | ProjectComparison;
  };
  /** What each method says of a run or a project, and what makes them differ. */
  readonly 'explain': {
    readonly body: RunInput | ProjectInput;
    readonly answer: Explanation | ProjectExplanation;
  };
  /** What a training will emit before it starts, and what other chips and tokens would. */
  readonly 'plan': {
    readonly body: { readonly 'run'?: RunInput; readonly 'project'?: ProjectInput; readonly 'accelerators'?: unknown | readonly (string)[] };
    readonly answer: { readonly 'result': EstimateResult; readonly 'choices': Comparison };
  };
  /** The estimate as a paper, card, checklist or authority wants it. */
  readonly 'report': {
    readonly params: {
      /** latex: LaTeX paragraph with BibTeX; bibtex: BibTeX; markdown: Markdown paragraph; text: Plain text; model-card: Hugging Face model card; neurips: NeurIPS checklist, item 8; acl: ACL responsible NLP, C1; cvpr: CVPR compute form; eu-ai: EU AI Act documentation; sci: SCI, ISO/IEC 21031; l1801: ITU-T L.1801 summary; cyclonedx: CycloneDX ML-BOM; spdx: SPDX 3 AI profile; boamps: BoAmps; codecarbon: CodeCarbon emissions.csv; json: Whole result, JSON; csv: A row, CSV; yaml: Run file, YAML; svg: Card, SVG; badge: Badge, SVG */
      readonly 'format': "latex" | "bibtex" | "markdown" | "text" | "model-card" | "neurips" | "acl" | "cvpr" | "eu-ai" | "sci" | "l1801" | "cyclonedx" | "spdx" | "boamps" | "codecarbon" | "json" | "csv" | "yaml" | "svg" | "badge";
    };
    readonly query?: {
      /** day of the report, YYYY-MM-DD (default: today) */
      readonly 'date'?: string;
      /** latex: what ran, its energy and its emissions alone, with the tool: three sentences, and what is not known */
      readonly 'short'?: boolean;
      /** latex: tables by run and by part (booktabs), in one column and in two */
      readonly 'long'?: boolean;
      /** latex: quantities by siunitx */
      readonly 'siunitx'?: boolean;
      /** model-card: put an estimate where the card has a metered figure */
      readonly 'replace'?: boolean;
    };
    readonly body: RunInput | ProjectInput;
    readonly answer: string;
  };
  /** Whether a published figure can be right: the grid, power or count that it implies. */
  readonly 'check': {
    readonly body: { readonly 'run'?: RunInput; readonly 'project'?: ProjectInput; readonly 'claim': string | { readonly 'kgCo2e': number; readonly 'low'?: number; readonly 'high'?: number } };
    readonly answer: Checked | CheckedProject;
  };
  /** Whether every figure of a report follows from the inputs that it carries. */
  readonly 'verify': {
    readonly query?: {
      /** figures and names only, for a text whose sentences were reworded */
      readonly 'figures'?: boolean;
    };
    readonly body: string;
    readonly answer: Verified;
  };
  /** A badge for a README: the location-based figure of a run. */
  readonly 'badge': {
    readonly query?: {
      /** a run or project as links of the page hold it: what stands after their # */
      readonly 'run'?: string;
      /** what the run is for */
      readonly 'phase'?: string;
      /** parameters of the model as published, its top included; in training, small ones keep a chip less busy */
      readonly 'parameters'?: string;
      /** parameters in use for one token, of a mixture of experts */
      readonly 'activeParameters'?: string;
      /** parameters that the training changes, where it is not all: adapters such as LoRA */
      readonly 'trainedParameters'?: string;
      /** of an encoder-decoder, a token passes through half of the parameters; of a mixture of experts, through activeParameters */
      readonly 'architecture'?: string;
      /** tokens seen in training, over all epochs; a run without hours is planned by them */
      readonly 'tokens'?: string;
      /** samples seen in training, over all epochs, with forwardFlopPerSample */
      readonly 'samples'?: string;
      /** arithmetic of one sample forward through the model: 8.2e9 for ResNet-50 at 224 pixels */
      readonly 'forwardFlopPerSample'?: string;
      /** arithmetic of the whole run; wins over parameters and tokens in a plan */
      readonly 'flop'?: string;
      /** number format of most of the arithmetic; 16 bits where it is not said */
      readonly 'precision'?: string;
      /** model FLOP utilisation: arithmetic that the model needs / what the chips could do */
      readonly 'mfu'?: string;
      /** tokens that one chip trains on in a second, seen in a trial run */
      readonly 'tokensPerSecondPerAccelerator'?: string;
      /** samples that one chip trains on in a second, seen in a trial run */
      readonly 'samplesPerSecondPerAccelerator'?: string;
      /** what it does */
      readonly 'work'?: string;
      /** of inference: one request at a time, a few, or batches */
      readonly 'scenario'?: string;
      /** samples or sequences that a chip has at a time; in training, of a step */
      readonly 'batchSize'?: string;
      /** requests that are answered; of text, with the tokens of one */
      readonly 'requests'?: string;
      /** tokens that are written, of all requests; those of reasoning among them */
      readonly 'outputTokens'?: string;
      /** images that are made */
      readonly 'images'?: string;
      /** seconds of video that are made */
      readonly 'videoSeconds'?: string;
      /** queries that are answered, of whatever kind: with hours, energy, or the tokens of one */
      readonly 'queries'?: string;
      /** how often: the run is a year of it; total: that is all, as where it is not said */
      readonly 'per'?: string;
      /** tokens that the model reads for one request: question, context, pictures */
      readonly 'inputTokensPerRequest'?: string;
      /** tokens that the model writes for one request; those of reasoning among them */
      readonly 'outputTokensPerRequest'?: string;
      /** requests that one copy of the model has at a time, in the mean, while it works */
      readonly 'concurrency'?: string;
      /** tokens that all chips of the run write in a second together, while at work */
      readonly 'tokensPerSecond'?: string;
      /** chips that hold one copy of the model; as few as can where it is not said */
      readonly 'acceleratorsPerModel'?: string;
      /** of the time for which chips are held for the service, the share in which they work */
      readonly 'serviceUtilisation'?: string;
      /** width of the images or of the video */
      readonly 'imageWidthPx'?: string;
      /** height of the images or of the video */
      readonly 'imageHeightPx'?: string;
      /** steps of diffusion for one image or video */
      readonly 'steps'?: string;
      /** frames of a second of video */
      readonly 'framesPerSecond'?: string;
      /** a guess of the size of a model whose makers do not publish it */
      readonly 'sizeClass'?: string;
      /** servers that the chips are in */
      readonly 'nodes'?: string;
      /** chip by id, name or alias; or a description of one that no table lists */
      readonly 'accelerator'?: string;
      /** chips; 0.5 is half of one; 1 where neither it nor the name says, not known where only chip-hours are */
      readonly 'count'?: string;
      /** measured mean power of one chip, as nvidia-smi shows it */
      readonly 'powerW'?: string;
      /** measured mean power / TDP, instead of powerW; not GPU-Util, which says how often a chip had anything to do */
      readonly 'utilisation'?: string;
      /** limit set on the chip, as nvidia-smi -pl does */
      readonly 'powerLimitW'?: string;
      /** cloud machine instead of a chip, such as p4d.24xlarge */
      readonly 'instance'?: string;
      /** how many of the instance; 1 where it is not said */
      readonly 'instanceCount'?: string;
      /** TPU slice instead of a chip, such as v3-256 */
      readonly 'slice'?: string;
      /** wall-clock time: 100, 2d4h, 90m, 1:30:00 */
      readonly 'hours'?: string;
      /** chip-hours over all chips, instead of hours */
      readonly 'deviceHours'?: string;
      /** metered energy; hardware and time are then optional */
      readonly 'energyKwh'?: string;
      /** what the meter saw */
      readonly 'energyScope'?: string;
      /** all of the machine but its accelerators */
      readonly 'hostPowerW'?: string;
      /** processor of the host, such as "EPYC 7742" */
      readonly 'cpu'?: string;
      /** how many of the processor; 1 where it is not said */
      readonly 'cpuCount'?: string;
      /** cores in use, instead of whole processors */
      readonly 'cores'?: string;
      /** mean load of the processors: 1 where all cores are at work, 0.1 for one in ten */
      readonly 'cpuUtilisation'?: string;
      /** memory of the host */
      readonly 'memoryGb'?: string;
      /** machine at the wall / its components */
      readonly 'overheadFactor'?: string;
      /** settings that a search tried before the run */
      readonly 'searchTrials'?: string;
      /** of the time of the whole run, what one trial took that went to its end; the whole where it is not said */
      readonly 'trialShare'?: string;
      /** how the search spent its trials: grid and random take each to its end, successive halving few */
      readonly 'searchStrategy'?: string;
      /** of successive halving: one trial in so many goes on, for so many times as long */
      readonly 'reductionFactor'?: string;
      /** ablations, in whole runs of this kind */
      readonly 'ablations'?: string;
      /** runs that failed or were thrown away, in whole runs of this kind */
      readonly 'failed'?: string;
      /** kind of place that the machine stands in */
      readonly 'site'?: string;
      /** your own facility energy / IT energy */
      readonly 'pue'?: string;
      /** litres on site for each kWh of IT energy */
      readonly 'wueLPerKwh'?: string;
      /** litres that your power plants consume for each kWh; wins over the place */
      readonly 'gridWaterLPerKwh'?: string;
      /** how often the whole was run: restarts, seeds, trials */
      readonly 'repeats'?: string;
      /** time allocated and idle */
      readonly 'idleHours'?: string;
      /** power of one idle chip */
      readonly 'idlePowerW'?: string;
      /** how long the hardware is kept */
      readonly 'serviceLifeYears'?: string;
      /** share of its life in use */
      readonly 'averageUse'?: string;
      /** manufacture of one chip */
      readonly 'embodiedKg'?: string;
      /** cloud provider, such as gcp, aws, azure */
      readonly 'provider'?: string;
      /** the provider’s region, such as us-central1 */
      readonly 'region'?: string;
      /** research computer or rented service by name, such as jean-zay or google-colab */
      readonly 'namedSite'?: string;
      /** grid zone instead of a cloud region, such as US-CAL-CISO */
      readonly 'zone'?: string;
      /** country instead of a cloud region, or beside a provider, such as FR */
      readonly 'country'?: string;
      /** what of the grid counts: direct is generation alone (GHG Protocol Scope 2), lifecycle its fuel and plants too */
      readonly 'scope'?: string;
      /** your own intensity, g CO2e/kWh; wins over the place */
      readonly 'carbonIntensity'?: string;
      /** g CO2e/kWh of your contract, beside */
      readonly 'marketBasedIntensity'?: string;
      /** what your own infrastructure offsets: 0.5 or 50% */
      readonly 'offset'?: string;
      /** calendar year of the run */
      readonly 'year'?: string;
      /** when it started, such as 2024-03-01 */
      readonly 'start'?: string;
      /** what to give a score per, such as image or token */
      readonly 'unit'?: string;
      /** how many of the unit the run made */
      readonly 'unitCount'?: string;
      /** how the numbers are combined */
      readonly 'method'?: string;
      /** edition of the data, such as 2019-paper; the current one where it is not said */
      readonly 'edition'?: string;
    };
    readonly answer: string;
  };
  /** Every edition of the data, with its hash. */
  readonly 'editions': {
    readonly answer: { readonly 'current': string; readonly 'editions': readonly ({ readonly 'id': string; readonly 'hash': string; readonly 'isPublished': boolean })[] };
  };
  /** The accelerators of the data. */
  readonly 'list-accelerators': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** The cpus of the data. */
  readonly 'list-cpus': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** The instances of the data. */
  readonly 'list-instances': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** The slices of the data. */
  readonly 'list-slices': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** The providers of the data. */
  readonly 'list-providers': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** The regions of the data. */
  readonly 'list-regions': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** The sites of the data. */
  readonly 'list-sites': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** The zones of the data. */
  readonly 'list-zones': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** The sources of the data. */
  readonly 'list-sources': {
    readonly query?: {
      /** words that a row's names begin with, in any order; best match first */
      readonly 'search'?: string;
      /** rows in one answer (default: 100) */
      readonly 'limit'?: number;
      /** `next` of the answer before */
      readonly 'cursor'?: string;
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'total': number; readonly 'rows': readonly (Readonly<Record<string, unknown>>)[]; readonly 'next': string | null };
  };
  /** One of the accelerators, with what belongs to it and its sources. */
  readonly 'get-accelerators': {
    readonly params: {
      /** id, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
  /** One of the cpus, with what belongs to it and its sources. */
  readonly 'get-cpus': {
    readonly params: {
      /** id, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
  /** One of the instances, with what belongs to it and its sources. */
  readonly 'get-instances': {
    readonly params: {
      /** provider:instance, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
  /** One of the slices, with what belongs to it and its sources. */
  readonly 'get-slices': {
    readonly params: {
      /** slice, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
  /** One of the providers, with what belongs to it and its sources. */
  readonly 'get-providers': {
    readonly params: {
      /** id, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
  /** One of the regions, with what belongs to it and its sources. */
  readonly 'get-regions': {
    readonly params: {
      /** provider:region, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
  /** One of the sites, with what belongs to it and its sources. */
  readonly 'get-sites': {
    readonly params: {
      /** id, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
  /** One of the zones, with what belongs to it and its sources. */
  readonly 'get-zones': {
    readonly params: {
      /** id, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
  /** One of the sources, with what belongs to it and its sources. */
  readonly 'get-sources': {
    readonly params: {
      /** id, as in the list */
      readonly 'id': string;
    };
    readonly query?: {
      /** whose tables; 2026.2 where it is not told */
      readonly 'edition'?: "2026.2" | "2026.1" | "2019-paper";
    };
    readonly answer: { readonly 'edition': { readonly 'id': string; readonly 'hash': string }; readonly 'row': Readonly<Record<string, unknown>>; readonly 'related': Readonly<Record<string, unknown>>; readonly 'sources': readonly (Readonly<Record<string, unknown>>)[] };
  };
}

/** How each is asked. */
export const OPERATIONS = {
  'estimate': { method: 'POST', path: '/v1/estimates', isText: false },
  'compare': { method: 'POST', path: '/v1/comparisons', isText: false },
  'explain': { method: 'POST', path: '/v1/explanations', isText: false },
  'plan': { method: 'POST', path: '/v1/plans', isText: false },
  'report': { method: 'POST', path: '/v1/reports/{format}', isText: false },
  'check': { method: 'POST', path: '/v1/checks', isText: false },
  'verify': { method: 'POST', path: '/v1/verifications', isText: true },
  'badge': { method: 'GET', path: '/badge.svg', isText: false },
  'editions': { method: 'GET', path: '/v1/editions', isText: false },
  'list-accelerators': { method: 'GET', path: '/v1/accelerators', isText: false },
  'list-cpus': { method: 'GET', path: '/v1/cpus', isText: false },
  'list-instances': { method: 'GET', path: '/v1/instances', isText: false },
  'list-slices': { method: 'GET', path: '/v1/slices', isText: false },
  'list-providers': { method: 'GET', path: '/v1/providers', isText: false },
  'list-regions': { method: 'GET', path: '/v1/regions', isText: false },
  'list-sites': { method: 'GET', path: '/v1/sites', isText: false },
  'list-zones': { method: 'GET', path: '/v1/zones', isText: false },
  'list-sources': { method: 'GET', path: '/v1/sources', isText: false },
  'get-accelerators': { method: 'GET', path: '/v1/accelerators/{id}', isText: false },
  'get-cpus': { method: 'GET', path: '/v1/cpus/{id}', isText: false },
  'get-instances': { method: 'GET', path: '/v1/instances/{id}', isText: false },
  'get-slices': { method: 'GET', path: '/v1/slices/{id}', isText: false },
  'get-providers': { method: 'GET', path: '/v1/providers/{id}', isText: false },
  'get-regions': { method: 'GET', path: '/v1/regions/{id}', isText: false },
  'get-sites': { method: 'GET', path: '/v1/sites/{id}', isText: false },
  'get-zones': { method: 'GET', path: '/v1/zones/{id}', isText: false },
  'get-sources': { method: 'GET', path: '/v1/sources/{id}', isText: false },
} as const;
