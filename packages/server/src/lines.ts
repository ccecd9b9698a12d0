import { Readable } from 'node:stream';
import { answerLine, Bytes, type LineAnswers, type LineForm, linesOf } from '@ml-emissions/answers';
import { problem } from '@ml-emissions/calculator';
import type { Service } from './route.ts';

/** Bytes of answers that wait for being sent. */
const MOST_UNSENT = 64_000;

/**
 * One answer a line, as fast as lines come in and the client takes answers, in constant memory: nothing is read while
 * the client does not take what is there.
 *
 * @param source lines, each a run or a project
 * @param answers what answers a line
 * @param form how it is written
 * @returns answers, and at the end why no more lines were read where there were too many
 */
export function answeredLines(
  source: Readable,
  answers: LineAnswers,
  form: LineForm,
  { limits, count }: Service,
): Readable {
  async function* sent() {
    const out = new Bytes();
    let number = 0;
    let bytes = 0;
    async function* counted() {
      // Whoever stops reading here still has an answer to send on the same connection.
      for await (const chunk of source.iterator({ destroyOnReturn: false })) {
        bytes += (chunk as Buffer).length;
        yield chunk as Buffer;
        if (bytes > limits.linesBytes) return;
      }
    }
    for await (const lines of linesOf(counted(), limits.lineBytes)) {
      for (const line of lines) {
        number += 1;
        answerLine(line, number, answers, form, out);
        if (out.length <= MOST_UNSENT) continue;
        yield out.take();
        await new Promise(setImmediate);
      }
      count(lines.length);
      if (out.length > 0) yield out.take();
    }
    if (bytes > limits.linesBytes) {
      const told = problem('too-long', '', null, {
        message: `the lines have more than ${limits.linesBytes} bytes; no more were read`,
        expected: `at most ${limits.linesBytes} bytes in one request`,
      });
      form.refused(number, null, [told], out);
      yield out.take();
    }
  }
  return Readable.from(sent(), { objectMode: false });
}
