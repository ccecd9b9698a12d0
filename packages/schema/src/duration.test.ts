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
  ['an hour and a half', 1.5],
  ['une heure et demie', 1.5],
  ['deux jours et demi', 60],
  ['une demi-journée', 12],
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
  ['8 GPUs', null],
  ['3 parsecs', null],
  ['6 hours 1 day', null],
  ['', null],
  ['h', null],
  ['1:75:00', null],
  ['-2h', null],
  ['2h4d', null],
  ['two hours', 2],
  ['two weeks', 336],
  ['6 hr.', 6],
  ['5k hours', 5000],
  ['1.5 thousand hours', 1500],
  ['1.3M hours', 1_300_000],
  ['1 000 h', 1000],
  ['1,462,000 hours', 1_462_000],
  ['100+ hours', 100],
  ['12 Stunden', 12],
  ['3 Tage', 72],
  ['1 Tag und 3 Stunden', 27],
  ['3 días', 72],
  ['3 semanas', 504],
  ['5 ore', 5],
  ['7.5 giorni', 180],
  ['5 uur', 5],
  ['12 часов', 12],
  ['12小时', 12],
  ['3天', 72],
  ['2h30m', 2.5],
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
  ['2,048 GPU hours', 2048],
  ['200K H100 hours', 200_000],
  ['25 A100-days', 600],
  ['2.8M H800 GPU hours', 2_800_000],
  ['1 000 000 GPU-hours', 1_000_000],
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
  ['100+ hours', true],
  // Thousands in one language, decimals in another; a chip whose name is passed over.
  ['184.320 GPU hours', true],
  ['2,048 GPU hours', true],
  ['1,462,000 GPU hours', false],
  ['0.125 hours', false],
  ['25 A100-days', true],
])('whether %s leaves room for doubt', (text, isDoubtful) => {
  expect(timeFromText(text)).toMatchObject({ isDoubtful });
});

test.each(['1.3M', '1 M', '30M', '6M'])('%s is no number of minutes', (text) => {
  expect(timeFromText(text)).toBeNull();
  expect(timeFromText(text.replace('M', 'm'))).not.toBeNull();
});

test('chips are no seconds', () => {
  expect(timeFromText('8 GPUs')).toBeNull();
});
