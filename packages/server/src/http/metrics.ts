/** What has happened since the start, for Prometheus. */
export interface Metrics {
  readonly began: () => void;
  readonly ended: (route: string, method: string, status: number, seconds: number) => void;
  readonly counted: (runs: number) => void;
  readonly inFlight: () => number;
  /** In the text format of Prometheus, version 0.0.4. */
  readonly text: () => string;
}

const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30];

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** Counters by route as it is written in the OpenAPI document, so that there are as many as routes and no more. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const seconds = new Map<string, Histogram>();
  let running = 0;
  let runs = 0;
  return {
    began() {
      running += 1;
    },
    ended(route, method, status, took) {
      running -= 1;
      const key = `${status} ${method} ${route}`;
      requests.set(key, (requests.get(key) ?? 0) + 1);
      let one = seconds.get(route);
      if (!one) {
        one = { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
        seconds.set(route, one);
      }
      one.sum += took;
      one.count += 1;
      // Buckets are summed up when they are told.
      const at = BOUNDS.findIndex((bound) => took <= bound);
      if (at >= 0) one.buckets[at] = (one.buckets[at] ?? 0) + 1;
    },
    counted(more) {
      runs += more;
    },
    inFlight: () => running,
    text() {
      const { rss, heapUsed } = process.memoryUsage();
      return `${[
        ...headed('ml_emissions_requests_total', 'counter', 'Requests that were answered'),
        ...[...requests].map(
          ([key, many]) => `ml_emissions_requests_total{${labelsOf(key)}} ${many}`,
        ),
        ...headed('ml_emissions_request_seconds', 'histogram', 'Time until an answer was sent'),
        ...[...seconds].flatMap(([route, one]) => histogramLines(route, one)),
        ...single('ml_emissions_requests_in_flight', 'gauge', 'Requests in hand', running),
        ...single(
          'ml_emissions_runs_total',
          'counter',
          'Runs and projects that were looked at',
          runs,
        ),
        ...single('process_resident_memory_bytes', 'gauge', 'Resident memory', rss),
        ...single('nodejs_heap_used_bytes', 'gauge', 'Heap in use', heapUsed),
        ...single('process_uptime_seconds', 'gauge', 'Time since the start', process.uptime()),
      ].join('\n')}\n`;
    },
  };
}

function labelsOf(key: string): string {
  const [status, method, route] = key.split(' ');
  return `method="${method}",route="${route}",status="${status}"`;
}

const headed = (name: string, type: string, help: string) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];
const single = (name: string, type: string, help: string, value: number) => [
  ...headed(name, type, help),
  `${name} ${value}`,
];

function histogramLines(route: string, { buckets, sum, count }: Histogram): string[] {
  const name = 'ml_emissions_request_seconds';
  let within = 0;
  return [
    ...BOUNDS.map((bound, at) => {
      within += buckets[at] ?? 0;
      return `${name}_bucket{route="${route}",le="${bound}"} ${within}`;
    }),
    `${name}_bucket{route="${route}",le="+Inf"} ${count}`,
    `${name}_sum{route="${route}"} ${sum}`,
    `${name}_count{route="${route}"} ${count}`,
  ];
}
