import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Problem, problem } from '@ml-emissions/calculator';
import { parse as parseYaml, YAMLParseError } from 'yaml';

const MOST_BYTES = 1_000_000;

/** What a file or a line holds, or why it cannot be read. */
export type Decoded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

function malformed(value: string, message: string, expected: string): Decoded {
  return { ok: false, problem: problem('malformed', '', value, { message, expected }) };
}

/** JSON text -> what it says. */
export function decodeJson(text: string): Decoded {
  if (text.length > MOST_BYTES) return tooLong(text, text.length);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return malformed(text, `not JSON: ${(error as Error).message}`, 'a run as JSON');
  }
}

function decodeYaml(text: string): Decoded {
  try {
    // Aliases can make a small file huge; a run needs none.
    return { ok: true, value: parseYaml(text, { maxAliasCount: 0 }) };
  } catch (error) {
    const [message = ''] = (error instanceof YAMLParseError ? error.message : String(error)).split(
      '\n',
    );
    return malformed(text, `not YAML: ${message}`, 'a run as YAML or JSON');
  }
}

function tooLong(value: string, bytes: number): Decoded {
  return {
    ok: false,
    problem: problem('too-long', '', value, {
      message: `the input has ${bytes} bytes`,
      expected: `at most ${MOST_BYTES} bytes`,
    }),
  };
}

/**
 * A run file -> what it says: JSON where the name ends in `.json`, else YAML.
 *
 * @param path as the user gave it
 * @returns the decoded content, or a problem that names the file
 */
export async function readRunFile(path: string): Promise<Decoded> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return tooLong(path, size);
    const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
    return extname(path).toLowerCase() === '.json' ? decodeJson(text) : decodeYaml(text);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'no such file'
        : (error as Error).message;
    return {
      ok: false,
      problem: problem('missing', '', path, {
        message: `cannot read '${path}': ${reason}`,
        expected: 'a run file, YAML or JSON',
      }),
    };
  }
}
