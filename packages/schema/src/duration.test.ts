import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursFromText } from './duration.ts';

test.each([
  ['100', null],
  ['2d4h', 52],
  ['2d 4h', 52],
  ['90m', 1.5],
  ['90min', 1.5],
  ['1.5h', 1.5],
  ['36 h', 36],
  ['1:30:00', 1.5],
  ['1:30', 1.5],
  ['100:00:36', 100.01],
  ['30s', 30 / 3600],
  ['12 days', 288],
  ['1 day and 6 hours', 30],
  ['2 weeks, 1 day', 360],
  ['90 Minutes', 1.5],
  ['3 jours et 2 heures', 74],
  ['1 semaine', 168],
  ['3j', 72],
  ['12 months', null],
  ['6 hours 1 day', null],
  ['', null],
  ['h', null],
  ['1:75:00', null],
  ['-2h', null],
  ['2h4d', null],
  ['two hours', null],
  ['1,5h', null],
])('%s', (text, hours) => {
  if (hours === null) expect(hoursFromText(text)).toBeNull();
  else expect(hoursFromText(text)).toBeCloseTo(hours, 12);
});

test('days and hours add up', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(23), fc.nat(59), (d, h, m) => {
      expect(hoursFromText(`${d}d${h}h${m}m`)).toBeCloseTo(24 * d + h + m / 60, 9);
    }),
  );
});

test('a text that nobody would write is no time and takes no time', () => {
  expect(hoursFromText('1'.repeat(10_000_000))).toBeNull();
});
