import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import {
  BOM,
  type Decoded,
  decodeJson,
  MOST_BYTES,
  malformed,
  tooLong,
} from '@ml-emissions/answers';
import { problem } from '@ml-emissions/calculator';
import type { YAMLParseError } from 'yaml';

/** So often may anchors be referred to: every run of the largest project, twice. */
const MOST_ALIASES = 1000;
/** Parts and characters that a file may unfold to where it refers to its own parts. */
const MOST_UNFOLDED = 5_000_000;
/** What stands for standard input in place of a file. */
export const STDIN = '-';

const UNFOLDS = 'unfolds to too much';

/** What is wrong at a place of a YAML file, by the code of the fault. */
const YAML_FAULTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the line is indented too little or too much',
  TAB_AS_INDENT: 'a tab stands where spaces belong',
  DUPLICATE_KEY: 'a field stands there for the second time',
  BLOCK_AS_IMPLICIT_KEY: 'two fields stand on one line',
  MULTILINE_IMPLICIT_KEY: 'a colon is missing, or a line break is too many',
  MISSING_CHAR: 'a quote, bracket or comma is missing',
  UNEXPECTED_TOKEN: 'a sign stands there that does not belong',
  MULTIPLE_DOCS: 'a second document begins; several runs go into one project, under runs',
};

const isYamlFault = (error: unknown): error is YAMLParseError =>
  error instanceof Error && error.name === 'YAMLParseError';

function yamlFault(error: unknown): string {
  if (isYamlFault(error)) {
    const line = error.linePos?.[0].line;
    const what = YAML_FAULTS[error.code] ?? 'the text does not fit together';
    return line === undefined ? what : `line ${line}: ${what}`;
  }
  const text = error instanceof Error ? error.message : '';
  const [, anchor] = /Unresolved alias[^:]*: (\S+)/.exec(text) ?? [];
  if (anchor !== undefined) return `*${anchor} refers to nothing: no &${anchor} stands before it`;
  // What is left is a part that is merged in.
  const isMany = text.startsWith('Excessive alias count') || text === UNFOLDS;
  return isMany
    ? 'it refers to its own parts too often'
    : 'what << takes in is not there, or has no fields';
}

async function decodeYaml(text: string): Promise<Decoded> {
  // A run of flags needs no reader of YAML.
  const { parse: parseYaml } = await import('yaml');
  try {
    // Anchors and merge keys are how people share what runs have in common; without a bound they make a small file huge.
    const value: unknown = parseYaml(text, { merge: true, maxAliasCount: MOST_ALIASES });
    if (!isWithin(value, MOST_UNFOLDED)) throw new Error(UNFOLDS);
    return { ok: true, value };
  } catch (error) {
    return malformed(text, `not YAML: ${yamlFault(error)}`, 'a run as YAML or JSON');
  }
}

/** Whether a value, each part counted as often as it is referred to, is within so many parts and characters. */
function isWithin(value: unknown, most: number): boolean {
  let left = most;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    left -= typeof one === 'string' ? one.length + 1 : 1;
    if (left < 0) return false;
    if (typeof one === 'object' && one !== null) open.push(...Object.values(one));
  }
  return true;
}

/**
 * The text of a run or project -> what it says: JSON or YAML. What is a list of runs a line, or a table, is refused
 * with the command that reads it.
 *
 * @param text as it stands in the file
 * @param name of the file, `-` for standard input
 */
async function decodeRun(text: string, name: string): Promise<Decoded> {
  if (text.length > MOST_BYTES) return tooLong(name, text.length);
  const bare = text.startsWith(BOM) ? text.slice(1) : text;
  const other = otherKind(bare, name);
  if (other) return other;
  if (extname(name).toLowerCase() === '.json') return decodeJson(bare);
  // YAML holds JSON, but for tabs; and what is meant as JSON is told its fault as such.
  const isJson = /^\s*[{[]\s*"/.test(bare);
  const json = isJson ? decodeJson(bare) : null;
  if (json?.ok) return json;
  const yaml = await decodeYaml(bare);
  return yaml.ok || !json ? yaml : json;
}

function otherKind(text: string, name: string): Decoded | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const from = name === STDIN ? '' : ` < ${name}`;
  if (lines.length > 1 && lines.slice(0, 20).every(isJsonObject)) {
    const command = `ml-emissions estimate --ndjson${from}`;
    return malformed(
      name,
      `this is a list of runs, one JSON object a line (NDJSON); ${command} reads it`,
      'one run or project as YAML or JSON',
    );
  }
  const [first = '', second = ''] = lines;
  for (const sign of [',', ';', '\t']) {
    const cells = first.split(sign).length;
    const isHeader = cells > 2 && /^[\w\s"().%/,;\t-]+$/.test(first) && !/^\s*-/.test(first);
    if (!isHeader || second.split(sign).length < cells) continue;
    return malformed(
      name,
      `this is a table (CSV) of ${cells} columns; write one run as YAML or JSON, or one a line for ml-emissions estimate --ndjson`,
      'one run or project as YAML or JSON',
    );
  }
  return null;
}

function isJsonObject(line: string): boolean {
  if (!line.trim().startsWith('{')) return false;
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

/** All that comes in, or null where it is more than a limit. */
export async function textOfStream(stream: Readable, most: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as string | Buffer);
    size += bytes.length;
    if (size > most) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Why a file could not be read, in words. */
export function readFault(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'a part of its path is no folder';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read';
    default:
      return message;
  }
}

/**
 * A run file -> what it says: JSON where the name ends in `.json`, else YAML or JSON.
 *
 * @param path as the user gave it; `-` for standard input
 * @param stdin read for `-`
 * @returns the decoded content, or a problem that names the file
 */
export async function readRunFile(path: string, stdin: Readable = process.stdin): Promise<Decoded> {
  if (path === STDIN) {
    const text = await textOfStream(stdin, MOST_BYTES);
    return text === null ? tooLong(path, MOST_BYTES + 1) : decodeRun(text, path);
  }
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return tooLong(path, size);
    return await decodeRun(await readFile(path, 'utf8'), path);
  } catch (error) {
    return {
      ok: false,
      problem: problem('missing', '', path, {
        message: `cannot read '${path}': ${readFault(error)}`,
        expected: 'a run file, YAML or JSON',
      }),
    };
  }
}
