import { describe, expect, test } from 'vitest';
import { RUN_FIELDS } from './fields/run.ts';
import { meantBy, numberFromText } from './quantity-text.ts';

const ENERGY = RUN_FIELDS['/energyKwh'];
const POWER = RUN_FIELDS['/hardware/*/powerW'];
const GRID = RUN_FIELDS['/carbonIntensityGPerKwh'];
const MEMORY = RUN_FIELDS['/host/memoryGb'];
const SHARE = RUN_FIELDS['/hardware/*/utilisation'];
const COUNT = RUN_FIELDS['/hardware/*/count'];
const HOURS = RUN_FIELDS['/hours'];
const CHIP_HOURS = RUN_FIELDS['/deviceHours'];
const LIFE = RUN_FIELDS['/embodied/serviceLifeYears'];
const PARAMETERS = RUN_FIELDS['/model/parameters'];
const TOKENS = RUN_FIELDS['/model/tokens'];
const FLOP = RUN_FIELDS['/model/flop'];
const UNITS = RUN_FIELDS['/functionalUnit/count'];
const MADE = RUN_FIELDS['/embodied/kgCo2ePerChip'];

test.each([
  ['3.6e6 J', ENERGY, 1],
  ['3600 kJ', ENERGY, 1],
  ['4.58 MJ', ENERGY, 4.58 / 3.6],
  ['4.58MJ', ENERGY, 4.58 / 3.6],
  ['ConsumedEnergy=4.58M', ENERGY, 4.58 / 3.6],
  ['500 Wh', ENERGY, 0.5],
  ['320 kWh', ENERGY, 320],
  ['320 KWH', ENERGY, 320],
  ['1.2 MWh', ENERGY, 1200],
  ['1 GWh', ENERGY, 1e6],
  ['3 kilowatt-hours', ENERGY, 3],
  ['2 megajoules', ENERGY, 2 / 3.6],
  ['300W', POWER, 300],
  ['300 watts', POWER, 300],
  ['0.3 kW', POWER, 300],
  ['about 300 W', POWER, 300],
  ['400 g', GRID, 400],
  ['0.4 kg', GRID, 400],
  ['0.4 kg/kWh', GRID, 400],
  ['400 gCO2eq/kWh', GRID, 400],
  ['400 g CO2e per kWh', GRID, 400],
  ['400 gCO₂/kWh', GRID, 400],
  ['400 kg/MWh', GRID, 400],
  ['0.4 t/MWh', GRID, 400],
  ['1000 lb/MWh', GRID, 453.59237],
  ['64 GB', MEMORY, 64],
  ['64GiB', MEMORY, 68.719476736],
  ['1 TB', MEMORY, 1000],
  ['512 MB', MEMORY, 0.512],
  ['50%', SHARE, 0.5],
  ['50 percent', SHARE, 0.5],
  ['0.5', SHARE, 0.5],
  ['8', COUNT, 8],
  ['2d4h', HOURS, 52],
  ['100', HOURS, 100],
  ['528 GPU-hours', CHIP_HOURS, 528],
  ['528 h', CHIP_HOURS, 528],
  ['5 years', LIFE, 5],
  ['0.15 t CO2e', MADE, 150],
  ['150 kg', MADE, 150],
  ['25.6M', PARAMETERS, 25.6e6],
  ['7B', PARAMETERS, 7e9],
  ['7b', PARAMETERS, 7e9],
  ['350m', PARAMETERS, 350e6],
  ['7 billion parameters', PARAMETERS, 7e9],
  ['70 milliards de paramètres', PARAMETERS, 70e9],
  ['25.6e6 params', PARAMETERS, 25.6e6],
  ['about 1.5T', TOKENS, 1.5e12],
  ['300 billion tokens', TOKENS, 300e9],
  ['3.14e23 FLOPs', FLOP, 3.14e23],
  ['500k', UNITS, 5e5],
  ['2 million', UNITS, 2e6],
])('%s', (text, row, value) => {
  expect(numberFromText(text, row)?.value).toBeCloseTo(value, 9);
});

test.each([
  ['4.58M', ENERGY],
  ['5 mwh', ENERGY],
  ['5 kW', ENERGY],
  ['5 kWh', POWER],
  ['0.4 t', GRID],
  ['528 GPU-hours', HOURS],
  ['50%', POWER],
  ['8 apples', COUNT],
  ['8k', COUNT],
  ['7 MB', PARAMETERS],
  ['7 apples', PARAMETERS],
  ['312 TFLOP/s', FLOP],
  ['', ENERGY],
  ['kWh', ENERGY],
  ['constructor', ENERGY],
  ['1 constructor', ENERGY],
])('%s says no number for its field', (text, row) => {
  expect(numberFromText(text, row)).toBeNull();
});

test.each([
  ['320 kWh', ENERGY, false],
  ['300W', POWER, false],
  ['50%', SHARE, false],
  ['2d4h', HOURS, false],
  ['4.58 MJ', ENERGY, true],
  ['0.3 kW', POWER, true],
  ['400 g', GRID, true],
  ['400 g/kWh', GRID, false],
  ['about 300 W', POWER, true],
  ['about 300', POWER, true],
  ['a year', HOURS, true],
])('%s: whether a person should be told what it was taken for', (text, row, isToTell) => {
  expect(numberFromText(text, row)).toMatchObject({ isToTell });
});

describe('what cannot be read is answered with what can', () => {
  test.each([
    ['1,5', HOURS, ['1.5']],
    ['1,240', ENERGY, ['1240', '1.240']],
    ['1,240 kWh', ENERGY, ['1240 kWh', '1.240 kWh']],
    ['4.58M', ENERGY, ['4.58MJ', '4.58MWh']],
    ['5 mwh', ENERGY, ['5 mWh', '5 MWh']],
  ])('%s', (text, row, suggestions) => {
    expect(meantBy(text, row).suggestions).toEqual(suggestions);
    for (const one of suggestions) expect(numberFromText(one, row)).not.toBeNull();
  });

  test.each([
    ['5 kW', ENERGY, 'that is a power'],
    ['5 kWh', POWER, 'that is an energy'],
    ['5 h', POWER, 'that is a time'],
    ['apples', POWER, ''],
  ])('%s: %s', (text, row, hint) => {
    expect(meantBy(text, row).hint).toBe(hint);
  });
});
