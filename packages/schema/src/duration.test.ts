import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursFromText, timeFromText } from './duration.ts';

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
  ['12 months', 8760],
  ['2 months', 1460],
  ['a year', 8760],
  ['1 year', 8760],
  ['1 an', 8760],
  ['half a day', 12],
  ['an hour', 1],
  ['10h30', 10.5],
  ['1h05', 1 + 5 / 60],
  ['10h75', null],
  ['2-04:30:00', 52.5],
  ['2-04:30', 52.5],
  ['1 days 02:03:04', 26 + 3 / 60 + 4 / 3600],
  ['1 day, 2:03:04.5', 26 + 3 / 60 + 4.5 / 3600],
  ['PT1H30M', 1.5],
  ['P2DT4H', 52],
  ['P1W', 168],
  ['P1M', 730],
  ['pt0.5h', 0.5],
  ['P', null],
  ['PT', null],
  ['P2', null],
  ['about 400 hours', 400],
  ['~400h', 400],
  ['ca. 3 days', 72],
  ['about', null],
  ['about many hours', null],
  ['528 GPU-hours', null],
  ['3 parsecs', null],
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

test.each([
  ['528 GPU-hours', 528],
  ['528 gpu hours', 528],
  ['528 GPUh', 528],
  ['1.46M GPU hours', 1_460_000],
  ['39.3 million GPU hours', 39_300_000],
  ['3 TPU-days', 72],
  ['12 heures-GPU', 12],
  ['about 12 chip-hours', 12],
])('%s is time of all chips together', (text, hours) => {
  expect(timeFromText(text)).toMatchObject({ hours, isOfChips: true });
});

test.each([
  ['2d4h', false],
  ['2-04:30:00', false],
  ['PT1H30M', false],
  ['1:30:00', false],
  ['1:30', true],
  ['2 months', true],
  ['P1Y', true],
  ['about 400 hours', true],
])('whether %s leaves room for doubt', (text, isDoubtful) => {
  expect(timeFromText(text)).toMatchObject({ isDoubtful });
});

test.each(['1.3M', '1 M', '30M', '6M'])('%s is no number of minutes', (text) => {
  expect(timeFromText(text)).toBeNull();
  expect(timeFromText(text.replace('M', 'm'))).not.toBeNull();
});
