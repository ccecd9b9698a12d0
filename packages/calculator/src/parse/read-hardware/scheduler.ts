/** An accelerator as a scheduler names it. */
export interface Scheduled {
  /** null where only a count is told. */
  readonly name: string | null;
  readonly count: number | null;
}

/** Slurm: `gres/gpu:a100:4`, `gpu:a100:2(S:0-1)`, `gres/gpu:l40s=1`, `gres/gpu=8`. */
const SLURM =
  /^(?:gres\/)?gpu(?::(?<name>[^:=()\d][^:=()]*|\d+[a-z][^:=()]*))?(?:[:=](?<count>\d+))?(?:\(.*\))?$/i;
/** How they are asked for: `--gres=gpu:v100:4`, `--gpus-per-node a100:4`, `-G a100:4`. */
const ASKED =
  /^(?:#?SBATCH\s+)?-{0,2}(?:(?:gres|tres|gpus(?:-per-(?:node|task|socket))?)[\s=]+(?=\S)|G\s*(?=[\w-]+:\d+$))/;
/** Other resources of a Slurm job. */
const OTHER =
  /^(?:cpu|mem|node|billing|energy|fs\/\w+|license\/\S+|gres\/(?:shard|mps)[\w:]*)=\S*$/i;
/** Kubernetes: `nvidia.com/gpu.product=…`, `cloud.google.com/gke-accelerator: …`, `nvidia.com/gpu: 8`. */
const LABEL = /^[a-z\d.-]+\.(?:com|io)\/(?<key>[\w.-]+)\s*[=:]\s*(?<value>\S+)$/i;

/**
 * What a scheduler's own words say.
 *
 * @returns null for any other text; a name of null where it counts accelerators without saying which
 * Source: Slurm gres.conf and sacct; Kubernetes extended resources, GPU feature discovery, GKE node labels.
 * @example scheduled('gpu:a100:4') // { name: 'a100', count: 4 }
 */
export function scheduled(text: string): Scheduled | null {
  const asked = ASKED.exec(text);
  if (asked) {
    const what = text.slice(asked[0].length);
    // `--gpus=a100:4` says no `gpu:` before the name.
    return scheduled(what) ?? scheduled(/^\d+$/.test(what) ? `gpu=${what}` : `gpu:${what}`);
  }
  const slurm = SLURM.exec(text)?.groups;
  if (slurm && /[:=]/.test(text)) {
    const { name, count } = slurm;
    return { name: name ?? null, count: count === undefined ? null : Number(count) };
  }
  const { key = '', value = '' } = LABEL.exec(text)?.groups ?? {};
  if (value === '') return null;
  if (/^\d+$/.test(value)) return { name: null, count: Number(value) };
  return /gpu|accelerator/i.test(key) ? { name: value, count: null } : null;
}

/** Whether a text is a resource of a job that is no accelerator: `cpu=16`, `mem=64G`. */
export const isOtherResource = (text: string): boolean => OTHER.test(text);
