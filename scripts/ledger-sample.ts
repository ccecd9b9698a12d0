// A log as `sacct -P` writes it, of a lab that does not exist: 10,000 jobs of a year, the same at each run.
//     node --import tsx scripts/ledger-sample.ts > sacct.txt

/** Park and Miller 1988: the same numbers in every engine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const USERS = ['amira', 'bo', 'chen', 'dora', 'emil', 'farah', 'goran', 'hana'];
const ACCOUNTS = ['vision', 'language', 'speech'];
const STATES = [
  ...Array<string>(14).fill('COMPLETED'),
  'FAILED',
  'FAILED',
  'CANCELLED by 1001',
  'TIMEOUT',
  'OUT_OF_MEMORY',
];
/** Most jobs are short, and most hours are those of a few long ones. */
const LENGTHS_S = [60, 300, 900, 3600, 3600, 14_400, 43_200, 172_800];
const COUNTS = [1, 1, 1, 1, 2, 4, 8];
const START_MS = Date.UTC(2025, 0, 1);
const YEAR_S = 365 * 86_400;

/**
 * Lines of the log.
 *
 * @param jobs how many
 * @param seed which lab
 */
export function* sampleLog(jobs: number, seed = 18): Generator<string> {
  const random = createRandom(seed);
  const one = <Of>(of: readonly Of[]): Of => of[Math.floor(random() * of.length)] as Of;
  yield 'JobIDRaw|JobID|Cluster|User|Account|Partition|State|Submit|Start|End|ElapsedRaw|Suspended|AllocTRES|AllocCPUS|NNodes|NodeList|ConsumedEnergyRaw';
  for (let id = 1; id <= jobs; id++) {
    const submitMs = START_MS + Math.floor(random() * YEAR_S) * 1000;
    const startMs = submitMs + Math.floor(random() * 7200) * 1000;
    const seconds = Math.max(1, Math.floor(one(LENGTHS_S) * (0.2 + random())));
    const count = one(COUNTS);
    const isNew = random() < 0.4;
    const type = isNew ? 'h100' : 'a100';
    const time = (ms: number) => new Date(ms).toISOString().slice(0, 19);
    const tres = `billing=${count},cpu=${8 * count},gres/gpu:${type}=${count},gres/gpu=${count},mem=${64 * count}G,node=1`;
    const cells = [
      id,
      id,
      'lab',
      one(USERS),
      one(ACCOUNTS),
      isNew ? 'new' : 'old',
      one(STATES),
      time(submitMs),
      time(startMs),
      time(startMs + seconds * 1000),
      seconds,
      '00:00:00',
      tres,
      8 * count,
      1,
      `g${1 + Math.floor(random() * 40)}`,
      '',
    ];
    yield cells.join('|');
  }
}

if (process.argv[1]?.endsWith('ledger-sample.ts')) {
  for (const line of sampleLog(Number(process.argv[2] ?? 10_000))) console.log(line);
}
