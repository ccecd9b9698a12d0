import type { Buffer } from 'node:buffer';
import { PassThrough, pipeline, type Readable, type Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

/** How an answer is sent. */
export type Coding = 'br' | 'gzip' | 'identity';

/** Shorter answers grow by it, or gain nothing. */
export const LEAST_BYTES = 1024;

/** Quick levels: answers are made for one client each. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const GZIP = { level: 5 };

/**
 * The best coding that a client takes.
 *
 * @param header Accept-Encoding
 */
export function codingOf(header: string | undefined): Coding {
  const taken = (name: string) => {
    const part = header?.split(',').find((one) => one.trim().split(';')[0]?.trim() === name);
    return part !== undefined && !/;\s*q=0(?:\.0*)?\s*$/.test(part);
  };
  if (taken('br')) return 'br';
  return taken('gzip') ? 'gzip' : 'identity';
}

const brotlied = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** A whole answer, compressed. */
export function compressed(body: string | Buffer, coding: 'br' | 'gzip'): Promise<Buffer> {
  return coding === 'br' ? brotlied(body, BROTLI) : gzipped(body, GZIP);
}

/** An answer that is still being made, compressed as it comes. */
export function compressedStream(source: Readable, coding: 'br' | 'gzip'): Readable {
  const through: Transform = coding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP);
  const out = new PassThrough();
  pipeline(source, through, out, (error) => {
    if (error) out.destroy(error);
  });
  return out;
}
