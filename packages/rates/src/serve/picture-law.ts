import type { Edition } from '@ml-emissions/data';
import { pow } from '@ml-emissions/model';
import { coefficient } from '../coefficient.ts';

const BILLION = 1e9;
const MEGAPIXEL = 1e6;

/** What the energy of an image or of a second of video follows from. */
export interface PictureLoad {
  readonly parameters: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 of an image. */
  readonly frames: number;
  readonly steps: number;
  /** That make one together. */
  readonly chips: number;
  /** Requests in the chips at a time. */
  readonly batch: number;
}

/**
 * Energy at the chips of one image, or of one second of video, by diffusion, J:
 *
 *     J = k x sqrt(parameters / 1e9) x steps x pixels / 1e6 x frames x chips^0.29 x max(1, chips / requests)^0.225
 *
 * with k = 43 of images and 22 of video, whose frames share much.
 *
 * Source: fitted on 575 configurations of ML.ENERGY v3; `data/coefficients.csv`, `service.*`; docs/validation.md.
 *
 * @param edition its coefficients
 * @param load all above 0
 * @param isVideo which of the two constants counts
 * @returns J
 * Errors: throws where the edition has no such coefficients.
 */
export function joulesPerPicture(edition: Edition, load: PictureLoad, isVideo: boolean): number {
  const of = (name: string) => coefficient(edition, `service.${name}`);
  const { parameters, widthPx, heightPx, frames, steps, chips, batch } = load;
  const each = of(isVideo ? 'joules-per-video-step' : 'joules-per-image-step');
  const pixels = (widthPx * heightPx * frames) / MEGAPIXEL;
  const idle = pow(Math.max(1, chips / batch), of('image-idle-exponent'));
  const work = each * Math.sqrt(parameters / BILLION) * steps * pixels;
  return work * pow(chips, of('image-chips-exponent')) * idle;
}
