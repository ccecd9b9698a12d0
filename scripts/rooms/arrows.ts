import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path/posix';
import { importsOf } from './imports.ts';

/** What one room may import beside its own files and the packages that its package.json names. */
interface Room {
  /** Other rooms, by the names of their packages. */
  readonly rooms: readonly string[];
  /** Modules of Node: where there is a file system, and nothing runs in a page. */
  readonly isNode?: true;
  /** Files that run where the site is built, with Node's modules. */
  readonly nodeFiles?: readonly string[];
  /** Prefixes of what the build or the framework gives. */
  readonly given?: readonly string[];
  /** Whether its modules are made of the tables. */
  readonly hasTables?: true;
}

/** The arrows of CONTRIBUTING.md; nothing else may be imported. */
export const ROOMS: Readonly<Record<string, Room>> = {
  'packages/model': { rooms: [] },
  'packages/schema': { rooms: ['model'] },
  'packages/data': { rooms: [], given: ['virtual:ml-emissions/'], hasTables: true },
  'packages/words': { rooms: ['model'] },
  'packages/rates': { rooms: ['model', 'data'] },
  'packages/calculator': { rooms: ['model', 'schema', 'data', 'rates', 'words'] },
  'packages/logs': { rooms: ['model'] },
  'packages/report': { rooms: ['model', 'words'] },
  'packages/answers': { rooms: ['calculator', 'report'], isNode: true },
  'packages/server': { rooms: ['answers', 'calculator', 'report', 'words'], isNode: true },
  'packages/ledger': { rooms: ['model', 'rates', 'calculator', 'answers', 'logs'], isNode: true },
  'packages/cli': {
    rooms: ['answers', 'calculator', 'ledger', 'report', 'server', 'words'],
    isNode: true,
  },
  'apps/web': {
    rooms: ['calculator', 'logs', 'report', 'words'],
    nodeFiles: ['src/hooks.server.ts'],
    given: [
      '$app/',
      '$lib/',
      '$service-worker',
      './$types',
      // Declarations of the modules that tables are.
      '../../../packages/data/src/csv-table.d.ts',
    ],
  },
};

const OURS = '@ml-emissions/';
const CODE = /\.(?:[cm]?[jt]sx?|svelte)$/;
const TEST = /(?:\.test|testing)\.[cm]?[jt]sx?$/;

/** Whether a file is held to the arrows: code of a room that is no test and helps none. */
export const isHeld = (file: string): boolean =>
  roomOf(file) !== null && CODE.test(file) && !TEST.test(file);

function roomOf(file: string): string | null {
  const room = file.split('/', 2).join('/');
  return Object.hasOwn(ROOMS, room) && file.startsWith(`${room}/src/`) ? room : null;
}

/** The package of a module: `@a/b/c` -> `@a/b`. */
const packageOf = (module: string): string =>
  module.split('/', module.startsWith('@') ? 2 : 1).join('/');

/**
 * What of a file's imports is against the arrows, each as a line.
 *
 * @param file its path from the root of the repository, with `/`
 * @param text its content
 * @param packages that the room's package.json names
 * @returns one line an import; none where all may be
 * Errors: none.
 */
export function forbiddenImports(
  file: string,
  text: string,
  packages: readonly string[],
): readonly string[] {
  const path = roomOf(file);
  const room = path === null ? undefined : ROOMS[path];
  if (path === null || !room) return [];
  const { from, hidden, files } = importsOf(file, text);
  return [
    ...from.flatMap((module) => {
      const reason = reasonAgainst(module, { file, path, room, packages });
      return reason === null ? [] : [`${file}: '${module}': ${reason}`];
    }),
    ...files.flatMap((address) => {
      const reason = reasonAgainstFile(address, file, path, room);
      return reason === null ? [] : [`${file}: '${address ?? '…'}': ${reason}`];
    }),
    ...hidden.map((way) => `${file}: ${way}: name what is imported in an import`),
  ];
}

/** Files of its own folder a room may name; where there is a file system, also by what is no plain text. */
function reasonAgainstFile(
  address: string | null,
  file: string,
  path: string,
  { isNode }: Room,
): string | null {
  if (address === null) return isNode ? null : 'name the file as a plain text';
  if (/^(?:https?|blob):/i.test(address)) return null;
  const isRelative = !/^(?:[a-z][a-z+.-]*:|[/\\])/i.test(address);
  const isOwn = isRelative && normalize(join(dirname(file), address)).startsWith(`${path}/`);
  return isOwn ? null : 'a room is entered by its package name';
}

/** `$lib/../..` leads out again. */
const isBelow = (module: string, prefix: string): boolean =>
  module.startsWith(prefix) && !module.slice(prefix.length).includes('..');

interface Asking {
  readonly file: string;
  readonly path: string;
  readonly room: Room;
  readonly packages: readonly string[];
}

function reasonAgainst(module: string, { file, path, room, packages }: Asking): string | null {
  if (room.given?.some((prefix) => isBelow(module, prefix))) return null;
  if (module.startsWith('.')) {
    const [target = ''] = normalize(join(dirname(file), module)).split('?');
    if (TEST.test(target)) return 'what helps tests is for tests';
    const isOwn = target.startsWith(`${path}/src/`) || target === `${path}/package.json`;
    return isOwn || (room.hasTables && target.startsWith('data/'))
      ? null
      : 'a room is entered by its package name';
  }
  if (module.startsWith('node:') || builtinModules.includes(module)) {
    return room.isNode || room.nodeFiles?.some((one) => file === `${path}/${one}`)
      ? null
      : `${path} does no I/O`;
  }
  const name = packageOf(module);
  if (name.startsWith(OURS)) {
    // Each door of a room is one word of its package.json: a file of it is none.
    if (module.slice(name.length + 1).includes('/')) return 'a room is entered by its doors';
    return room.rooms.includes(name.slice(OURS.length))
      ? null
      : `${path} may import ${room.rooms.join(', ') || 'no other room'}`;
  }
  return packages.includes(name) || packages.includes(`@types/${name}`)
    ? null
    : `${path}/package.json does not name it`;
}
