import type { Commons } from '@ml-emissions/data';
import { type Device, type Factor, given, productGsd, type Run } from '@ml-emissions/model';
import { amountFactor, defaultFactor, defaultGsd, derived, type KeyOf } from './factors.ts';
import type { Chip, Machine } from './machine.ts';

const Z_90 = 1.6448536269514722;
/** Generations of TPU, whose rated power says little about their mean. */
const TPU_SHARES: readonly (readonly [id: RegExp, share: string])[] = [
  [/^tpu-v[23]$/, 'utilisation.tpu-v2-v3'],
  [/^tpu-v4$/, 'utilisation.tpu-v4'],
  [/^tpu-v/, 'utilisation.tpu-v5-and-later'],
];

/** A chip with all that is known of its power and manufacture. */
export function deviceOf(
  commons: Commons,
  run: Run,
  machine: Machine,
  chip: Chip,
  keyOf: KeyOf,
): Device {
  const { hardware, row, index } = chip;
  const { accelerator, count, powerW, utilisation } = hardware;
  const field = `/hardware/${index}`;
  const tdpW = ratedPower(chip, keyOf);
  return {
    id: row?.id ?? null,
    name: row?.name ?? (typeof accelerator === 'string' ? accelerator : accelerator.name),
    count: amountFactor(count, keyOf(`${field}/count`)),
    tdpW: withDoubt(commons, tdpW),
    measuredW:
      powerW === undefined
        ? null
        : amountFactor(powerW, keyOf(`${field}/powerW`), {
            note: 'mean as measured',
            isMeasured: true,
          }),
    utilisation:
      utilisation === undefined
        ? null
        : amountFactor(utilisation, keyOf(`${field}/utilisation`), {
            note: 'mean power / TDP',
            isMeasured: true,
          }),
    typicalUtilisation: typicalUtilisation(commons, run, machine, chip),
    idleW: idlePower(commons, run, chip, tdpW, keyOf),
    embodiedKg: embodied(commons, run, chip, keyOf),
  };
}

/** The range in which a rating is used counts as its 90 % range. */
function ratedPower({ hardware: { accelerator }, row, index }: Chip, keyOf: KeyOf): Factor | null {
  if (typeof accelerator !== 'string') {
    return amountFactor(accelerator.tdpW, keyOf(`/hardware/${index}/accelerator/tdpW`), {
      note: 'TDP as given',
    });
  }
  if (!row || row.tdpW === null) return null;
  const { tdpW, tdpMinW, tdpMaxW, sourceId, year, confidence, id } = row;
  const ratio = Math.max(tdpW / (tdpMinW ?? tdpW), (tdpMaxW ?? tdpW) / tdpW);
  return {
    value: tdpW,
    kind: 'sourced',
    sourceId,
    year,
    confidence,
    note: 'TDP',
    gsd: ratio ** (1 / Z_90),
    spreadOf: 'value',
    key: `tdp:${id}`,
  };
}

/** A rating that was not read at its vendor is less sure by the usual amount. */
function withDoubt(commons: Commons, tdp: Factor | null): Factor | null {
  if (!tdp || tdp.gsd === null || tdp.confidence === null || tdp.confidence === 'stated')
    return tdp;
  return { ...tdp, gsd: productGsd([tdp.gsd, defaultGsd(commons, `tdp.${tdp.confidence}`)]) };
}

/** Work whose usual power is another where one person asks. */
const OF_ONE_USER: ReadonlySet<Run['work']> = new Set(['vision-inference', 'llm-inference']);

/** The default's id for the kind of work, the chip and the site. */
function shareId({ row }: Chip, run: Run, { site }: Machine): string {
  const tpu = row && TPU_SHARES.find(([id]) => id.test(row.id));
  if (tpu) return tpu[1];
  const own = site === 'desktop' || site === 'laptop';
  const kind = `utilisation.${run.work ?? 'other'}`;
  // At home one person asks at a time; a server's batches keep it busier.
  return own && OF_ONE_USER.has(run.work) ? `${kind}-own-machine` : kind;
}

/** The usual share of TDP; each doubling of the nodes lowers it and makes it less sure. */
function typicalUtilisation(
  commons: Commons,
  run: Run,
  machine: Machine,
  chip: Chip,
): Factor | null {
  const id = shareId(chip, run, machine);
  const usual = defaultFactor(commons, id, `usual for ${run.work ?? 'work that is not told'}`);
  const ofWork = run.work === 'llm-training' ? '-llm-training' : '';
  const doubling = commons.defaultById.get(`utilisation.per-doubling-of-nodes${ofWork}`);
  const { nodes } = run;
  if (!usual || usual.gsd === null || !doubling || nodes === undefined || nodes <= 1) return usual;
  const doublings = Math.log2(nodes);
  return {
    ...derived(
      usual.value * doubling.value ** doublings,
      usual,
      `${usual.note}: ${usual.value}, less on ${nodes} nodes (${doubling.value} a doubling)`,
    ),
    gsd: productGsd([usual.gsd, (doubling.gsd ?? 1) ** doublings]),
  };
}

/** Given, else the model's own, else the usual share of TDP. */
function idlePower(
  commons: Commons,
  run: Run,
  { row }: Chip,
  tdpW: Factor | null,
  keyOf: KeyOf,
): Factor | null {
  if (!run.idle) return null;
  const { powerW } = run.idle;
  if (powerW !== undefined)
    return amountFactor(powerW, keyOf('/idle/powerW'), { note: 'as given' });
  const share = defaultFactor(commons, 'idle.bare');
  if (row?.idleW) {
    const known = { ...given(row.idleW, `idle:${row.id}`, 'idle'), kind: 'sourced' } as const;
    return { ...known, sourceId: row.sourceId, gsd: share?.gsd ?? null };
  }
  if (!share || !tdpW) return null;
  return derived(share.value * tdpW.value, share, `${share.value} of TDP ${tdpW.value} W`);
}

function embodied(commons: Commons, run: Run, chip: Chip, keyOf: KeyOf): Factor | null {
  const { hardware, row, index } = chip;
  const { accelerator } = hardware;
  if (run.embodied?.kgCo2ePerChip !== undefined) {
    return amountFactor(run.embodied.kgCo2ePerChip, keyOf('/embodied/kgCo2ePerChip'));
  }
  if (typeof accelerator !== 'string' && accelerator.embodiedKgCo2e !== undefined) {
    return amountFactor(
      accelerator.embodiedKgCo2e,
      keyOf(`/hardware/${index}/accelerator/embodiedKgCo2e`),
    );
  }
  const usual = defaultFactor(
    commons,
    row && row.segment !== 'datacenter' ? 'embodied.gpu-consumer' : 'embodied.gpu-unknown',
  );
  if (!usual || !row?.embodiedKgCo2e) return usual;
  return {
    ...derived(row.embodiedKgCo2e, usual, `manufacture of ${row.name}`),
    sourceId: row.embodiedSourceId ?? usual.sourceId,
    key: `embodied:${row.id}`,
  };
}
