import { expect, test } from 'vitest';
import { current } from '../testing.ts';
import { joulesPerPicture, type PictureLoad } from './picture-law.ts';

const SD: PictureLoad = {
  parameters: 4e9,
  widthPx: 1000,
  heightPx: 1000,
  frames: 1,
  steps: 28,
  chips: 1,
  batch: 4,
};
const joules = (changed: Partial<PictureLoad> = {}, isVideo = false) =>
  joulesPerPicture(current, { ...SD, ...changed }, isVideo);

test('an image by hand', () => {
  expect(joules()).toBeCloseTo(43 * 2 * 28, 9);
  expect(joules({ chips: 8, batch: 2 })).toBeCloseTo(43 * 2 * 28 * 8 ** 0.29 * 4 ** 0.225, 6);
});

test('a second of video by hand', () => {
  expect(joules({ frames: 16 }, true)).toBeCloseTo(22 * 2 * 28 * 16, 9);
});

test('in proportion to steps, pixels and frames', () => {
  for (const twice of [{ steps: 56 }, { widthPx: 2000 }, { heightPx: 2000 }, { frames: 2 }])
    expect(joules(twice)).toBeCloseTo(2 * joules(), 9);
});
