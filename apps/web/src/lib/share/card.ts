import type { EstimateResult, ProjectResult } from '@ml-emissions/calculator';
import type { ReportLanguage } from '@ml-emissions/report';
import { version } from '../../../package.json';

/** The card of a result as SVG, in a language. */
export async function cardOf(
  result: EstimateResult | ProjectResult,
  language: ReportLanguage,
): Promise<string> {
  const { formatted, reportOf } = await import('@ml-emissions/report');
  const date = new Date().toISOString().slice(0, 10);
  return formatted(reportOf(result, { date, version, language }), 'svg');
}

const SCALE = 2;

/**
 * The same as PNG, drawn by the browser.
 *
 * @param svg from `cardOf`
 * Errors: rejects where the browser cannot draw it.
 */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
  });
}
