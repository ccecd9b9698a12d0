import type { Device } from './factor.ts';

/**
 * Power of all devices of a piece of work together.
 *
 *     totalPowerW = sum of count x powerW
 *
 * Source: Lacoste et al. 2019, section 3, where there is one device and powerW is its TDP.
 *
 * @param devices chips (> 0; a fraction is a share) and power of one (W)
 * @returns W, unrounded
 * Errors: none.
 */
export function totalPowerW(devices: readonly Device[]): number {
  return devices.reduce((sum, { count, powerW }) => sum + count * powerW.value, 0);
}
