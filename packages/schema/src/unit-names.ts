/** Languages whose words for units of time are read; English and French are listed beside the units. */
const LANGUAGES =
  'de es it pt nl sv da nb fi is pl cs sk hu ro bg el tr uk ru lt lv et sl hr vi id ms ja ko zh zh-TW hi ar he th'.split(
    ' ',
  );
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
/** One letter stands for too many words. */
const SHORTEST = 2;
/** Numbers whose plurals differ in one language or another. */
const COUNTS = [1, 2, 3, 5, 21];

type Unit = (typeof UNITS)[number];

let made: ReadonlyMap<string, Unit> | null = null;

/**
 * Units of time by the names that they have in some thirty languages; a name that means two of them is left out.
 *
 * @returns units by lower-case name, without the stop of an abbreviation
 * Source: Unicode CLDR unit patterns, as the platform has them (`Intl.NumberFormat`).
 * @example foreignUnits().get('stunden') // 'hour'
 */
export function foreignUnits(): ReadonlyMap<string, Unit> {
  made ??= namesOfUnits();
  return made;
}

function namesOfUnits(): ReadonlyMap<string, Unit> {
  const byName = new Map<string, Unit | null>();
  for (const language of LANGUAGES) {
    for (const unit of UNITS) {
      for (const name of namesIn(language, unit)) {
        const before = byName.get(name);
        byName.set(name, before === undefined || before === unit ? unit : null);
      }
    }
  }
  return new Map([...byName].flatMap(([name, unit]) => (unit === null ? [] : [[name, unit]])));
}

function namesIn(language: string, unit: Unit): string[] {
  return (['long', 'short'] as const).flatMap((unitDisplay) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
    return COUNTS.map((count) =>
      format
        .formatToParts(count)
        .flatMap(({ type, value }) => (type === 'unit' ? [value.trim().toLowerCase()] : []))
        .join(' ')
        .replace(/\.$/, ''),
    ).filter((name) => /^\p{L}[\p{L}\p{M}]*$/u.test(name) && isLong(name));
  });
}

/** Chinese and its like say a unit in one sign. */
const isLong = (name: string): boolean =>
  name.length >= SHORTEST || /^[\p{Script=Han}\p{Script=Hangul}]/u.test(name);
