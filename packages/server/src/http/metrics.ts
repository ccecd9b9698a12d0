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

/** How many requests to a route ended so, and how long they took. */
interface Route {
  readonly byMethod: Map<string, Map<number, number>>;
  readonly buckets: number[];
  sum: number;
  count: number;
}

const newRoute = (): Route => ({
  byMethod: new Map(),
  buckets: BOUNDS.map(() => 0),
  sum: 0,
  count: 0,
});

const newCounts = () => new Map<number, number>();

/** What is under a name; made where nothing is. */
function gotten<Of>(all: Map<string, Of>, name: string, make: () => Of): Of {
  let one = all.get(name);
  if (one === undefined) {
    one = make();
    all.set(name, one);
  }
  return one;
}

/** Counters by route as it is written in the OpenAPI document, so that there are as many as routes and no more. */
export function createMetrics(): Metrics {
  const routes = new Map<string, Route>();
  let running = 0;
  let runs = 0;
  return {
    began() {
      running += 1;
    },
    ended(name, method, status, took) {
      running -= 1;
      const route = gotten(routes, name, newRoute);
      const byStatus = gotten(route.byMethod, method, newCounts);
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      route.sum += took;
      route.count += 1;
      // Buckets are summed up when they are told.
      const at = BOUNDS.findIndex((bound) => took <= bound);
      if (at >= 0) route.buckets[at] = (route.buckets[at] ?? 0) + 1;
    },
    counted(more) {
      runs += more;
    },
    inFlight: () => running,
    text() {
      const { rss, heapUsed } = process.memoryUsage();
      return `${[
        ...headed('ml_emissions_requests_total', 'counter', 'Requests that were answered'),
        ...[...routes].flatMap(([name, route]) => requestLines(name, route)),
        ...headed('ml_emissions_request_seconds', 'histogram', 'Time until an answer was sent'),
        ...[...routes].flatMap(([name, route]) => histogramLines(name, route)),
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

function requestLines(route: string, { byMethod }: Route): string[] {
  return [...byMethod].flatMap(([method, byStatus]) =>
    [...byStatus].map(
      ([status, many]) =>
        `ml_emissions_requests_total{method="${method}",route="${route}",status="${status}"} ${many}`,
    ),
  );
}

const headed = (name: string, type: string, help: string) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];
const single = (name: string, type: string, help: string, value: number) => [
  ...headed(name, type, help),
  `${name} ${value}`,
];

function histogramLines(route: string, { buckets, sum, count }: Route): string[] {
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
