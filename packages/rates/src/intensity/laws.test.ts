import { editions } from '@ml-emissions/data/full';
import { GRID_SCOPES, type GridScope, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current as edition, editionNamed } from '../testing.ts';
import { withinAreas } from './areas.ts';
import { ownFigure } from './best.ts';
import { mostAbove } from './doubts.ts';
import {
  type ChosenIntensity,
  regionAtLeast,
  regionFigure,
  regionIntensity,
  zoneIntensity,
} from './intensity.ts';

/** A year long: what depends on the hours of a run adds nothing. */
const HOURS = 8760;
const YEARS = [null, 2025, 2024, 2023, 2022, 2021, 2018, 2012, 2000];

/** All places of the edition in a year and scope, each with its name. */
function* placesOf(year: number | null, scope: GridScope): Generator<[string, ChosenIntensity]> {
  const time = { year, hours: HOURS, scope };
  for (const zone of edition.zones) {
    const chosen = zoneIntensity(edition, zone, time);
    if (chosen) yield [`${zone.id} ${year}`, chosen];
  }
  for (const region of edition.regions) {
    const chosen = regionIntensity(edition, region, time);
    if (chosen) yield [`${region.provider} ${region.region} ${year}`, chosen];
  }
}

function rangeOf({ factor: { value, gsd, gsdUp } }: ChosenIntensity) {
  const down = gsd ?? 1;
  return { low: value / down ** Z_90, high: value * (gsdUp ?? down) ** Z_90 };
}

/** So much may be lost to rounding. */
const ALMOST = 1e-9;

describe.each(YEARS.flatMap((year) => GRID_SCOPES.map((scope) => ({ year, scope }))))(
  'in $year, $scope',
  ({ year, scope: asked }) => {
    test('the 90 % range of a place holds every figure beside it of the same scope and year', () => {
      const outside: string[] = [];
      for (const [name, chosen] of placesOf(year, asked)) {
        const { low, high } = rangeOf(chosen);
        const { scope, year: of, beside } = chosen.factor;
        for (const other of beside) {
          if (other.scope !== scope || other.year !== of) continue;
          const isInside = other.value >= low * (1 - ALMOST) && other.value <= high * (1 + ALMOST);
          if (!isInside && other.value > 0)
            outside.push(`${name}: ${other.value} of ${low}..${high}`);
        }
      }
      expect(outside).toEqual([]);
    });

    test('no reason is narrower than exact, and all together are the whole', () => {
      for (const [, { factor }] of placesOf(year, asked)) {
        const logs = (side: 'gsd' | 'gsdUp') =>
          Math.hypot(...factor.doubts.map((doubt) => Math.log(doubt[side] ?? doubt.gsd)));
        for (const { gsd, gsdUp = 1 } of factor.doubts)
          expect(Math.min(gsd, gsdUp)).toBeGreaterThanOrEqual(1);
        if (factor.gsd === null) continue;
        expect(Math.log(factor.gsd)).toBeCloseTo(logs('gsd'), 12);
        const most = mostAbove(edition, factor.value) ?? Number.POSITIVE_INFINITY;
        const up = Math.min(logs('gsdUp'), most);
        expect(Math.log(factor.gsdUp ?? factor.gsd)).toBeCloseTo(up, 12);
      }
    });

    test('the areas of a country carry its range to the cleanest and the dirtiest of them, no further', () => {
      const countries = edition.zones.filter(({ areaGsd }) => areaGsd !== null);
      expect(countries.length).toBeGreaterThan(10);
      for (const country of countries) {
        const chosen = zoneIntensity(edition, country, { year, hours: HOURS, scope: asked });
        if (!chosen) continue;
        const areas = edition.zones.filter(
          ({ id, kind, country: of }) =>
            id !== country.id && of === country.id && kind !== 'egrid-subregion',
        );
        const figures = areas.flatMap(
          (zone) => ownFigure(edition, zone, year, asked)?.gPerKwh ?? [],
        );
        const others = chosen.factor.doubts.filter(({ said }) => said.code !== 'several-areas');
        const alone = Math.exp(Math.hypot(...others.map(({ gsd }) => Math.log(gsd)))) ** Z_90;
        const { value } = chosen.factor;
        const { low, high } = rangeOf(chosen);
        expect(high).toBeLessThanOrEqual(Math.max(value * alone, ...figures) * (1 + ALMOST));
        expect(low).toBeGreaterThanOrEqual(Math.min(value / alone, ...figures) * (1 - ALMOST));
      }
    });
  },
);

test.each(YEARS)(
  'in %s the direct figure of every place is of the same zone and year as its lifecycle one, and not above it',
  (year) => {
    const lifecycle = new Map(placesOf(year, 'lifecycle'));
    const direct = new Map(placesOf(year, 'direct'));
    expect([...direct.keys()]).toEqual([...lifecycle.keys()]);
    for (const [name, { factor }] of direct) {
      const whole = lifecycle.get(name)?.factor;
      expect([name, factor.scope, whole?.scope]).toEqual([name, 'direct', 'lifecycle']);
      expect([factor.zone, factor.year]).toEqual([whole?.zone, whole?.year]);
      expect(factor.value).toBeLessThanOrEqual(whole?.value ?? 0);
      expect(factor.value).toBeGreaterThanOrEqual(0);
    }
  },
);

/**
 * Sources that disagree about one scope in a year, and not about the other, may carry an end across: six places of 12,287
 * in years before 2025.
 */
const ACROSS = 0.15;

test.each(YEARS)(
  'in %s no place emits more directly than over the life cycle, at either end of its range',
  (year) => {
    const almost = year === null || year === 2025 ? ALMOST : ACROSS;
    const lifecycle = new Map(placesOf(year, 'lifecycle'));
    const outside: string[] = [];
    for (const [name, chosen] of placesOf(year, 'direct')) {
      const whole = lifecycle.get(name);
      if (!whole || chosen.factor.scope !== 'direct' || whole.factor.scope !== 'lifecycle')
        continue;
      const [direct, all] = [rangeOf(chosen), rangeOf(whole)];
      const isInside =
        direct.high <= all.high * (1 + almost) && direct.low <= all.low * (1 + almost);
      if (!isInside) outside.push(`${name}: ${JSON.stringify([direct, all])}`);
    }
    expect(outside).toEqual([]);
  },
);

test.each(YEARS)(
  'in %s no place reaches more than any grid emits, however short the run',
  (year) => {
    for (const scope of GRID_SCOPES) {
      for (const zone of edition.zones) {
        const chosen = zoneIntensity(edition, zone, { year, hours: 1, scope });
        if (!chosen || chosen.factor.value >= 1300) continue;
        expect(rangeOf(chosen).high, `${zone.id} ${year}`).toBeLessThanOrEqual(1300 * (1 + ALMOST));
      }
    }
  },
);

test.each(editions.ids)('in %s no region emits less than it is ranked by', (id) => {
  const one = editionNamed(id);
  let near = 0;
  for (const year of YEARS) {
    for (const scope of GRID_SCOPES) {
      for (const region of one.regions) {
        const figure = regionFigure(one, region, { year, scope });
        const least = regionAtLeast(one, region, { year, scope });
        expect(least, `${region.provider} ${region.region}`).toBeLessThanOrEqual(
          figure?.value ?? 0,
        );
        if (figure && least > figure.value / 2) near += 1;
      }
    }
  }
  // Of most regions today it is nearly as much, or none would be left out.
  if (id === editions.current) expect(near).toBeGreaterThan(one.regions.length / 2);
});

test.each(['ASIA', 'AFRICA', 'EUROPE', 'EU27', 'NORTH-AMERICA', 'SOUTH-AMERICA', 'OCEANIA'])(
  '%s reaches no further than the cleanest and the dirtiest place known in it',
  (id) => {
    const zone = edition.zoneById.get(id);
    const chosen =
      zone && zoneIntensity(edition, zone, { year: null, hours: HOURS, scope: 'lifecycle' });
    if (!chosen) throw new Error(id);
    const whole = id === 'EU27' ? 'EUROPE' : id;
    const countries = edition.zones.filter(({ parent }) => parent === whole).map((one) => one.id);
    const inside = edition.zones.filter(
      (one) => countries.includes(one.id) || countries.includes(one.country),
    );
    const figures = inside.flatMap(
      (one) => ownFigure(edition, one, null, 'lifecycle')?.gPerKwh ?? [],
    );
    const others = chosen.factor.doubts.filter(({ said }) => said.code !== 'several-areas');
    const alone = Math.exp(Math.hypot(...others.map(({ gsd }) => Math.log(gsd)))) ** Z_90;
    const { low, high } = rangeOf(chosen);
    expect(low).toBeGreaterThanOrEqual(Math.min(...figures) * (1 - ALMOST));
    expect(high).toBeLessThanOrEqual(
      Math.max(chosen.factor.value * alone, ...figures) * (1 + ALMOST),
    );
    expect(high / low).toBeGreaterThan(3);
  },
);

describe('a deviation within the areas of a country', () => {
  test('is both together, as long as that ends within them', () => {
    const [down, up] = withinAreas(0.3, { log: 0.4, down: 1, up: 1 });
    expect(down).toBeCloseTo(0.5, 12);
    expect(up).toBeCloseTo(0.5, 12);
  });
  test('ends at the cleanest and at the dirtiest', () => {
    expect(withinAreas(0.3, { log: 0.4, down: 0.35, up: 0.45 })).toEqual([0.35, 0.45]);
  });
  test('knows no end where no area has a figure', () => {
    expect(withinAreas(0.3, { log: 0.4, down: null, up: null })).toEqual([0.5, 0.5]);
  });
  test('leaves what is unsure of any single area as it is', () => {
    expect(withinAreas(0.3, { log: 0.4, down: 0.1, up: -2 })).toEqual([0.3, 0.3]);
  });
});

test('bringing a place over to direct moves all of its sources alike: they disagree as much as before', () => {
  for (const id of ['SK', 'KE', 'DE', 'PL']) {
    const zone = edition.zoneById.get(id);
    const [life, direct] = (['lifecycle', 'direct'] as const).map((scope) => {
      const chosen = zone && zoneIntensity(edition, zone, { year: null, hours: HOURS, scope });
      return chosen?.factor.doubts.find(({ cause }) => cause === 'sources');
    });
    expect(life?.gsd, id).toBeGreaterThan(1);
    expect(direct?.gsd, id).toBeCloseTo(life?.gsd ?? 0, 1);
    // What another source says is what it published.
    expect(direct?.said, id).toEqual(life?.said);
  }
});
