import { choice, number, numbers, optionalNumber, type Row, reference, text } from '../column.ts';
import { provenance, SCOPES } from './vocabulary.ts';

/** `data/zone_hours.csv` and `data/odbl/zone_hours.csv`: the day of a grid, as it was on the mean of a year. */
export const zoneHoursColumns = {
  zone: reference('which grid', 'zones'),
  year: number('calendar year', { min: 2000, max: 2030 }),
  scope: choice('direct: at the plant; lifecycle: fuel and construction too', SCOPES),
  time_zone: text('IANA name of the clock that most of its people live by'),
  hour_ratios: numbers(
    'by hour of the day in UTC, that from 00:00 first: mean intensity of the hour over the year / yearly mean',
    24,
    { min: 0.1, max: 5 },
  ),
  gsd_day: number(
    'geometric standard deviation of an hour of a single day, against the mean of its own day, around its ratio',
    { min: 1, max: 3 },
  ),
  gsd_year: optionalNumber(
    'the same of the ratios of a year around those of another, for each year between them',
    { min: 1, max: 2 },
  ),
  ...provenance,
};
export type ZoneHoursRow = Row<typeof zoneHoursColumns>;
