import { setTimeout as sleep } from 'node:timers/promises';
import type * as TrinoClient from 'trino-client';
import { LedgerFault } from './duckdb.ts';
import type { Row } from './engine.ts';
import { isName } from './trino-text.ts';

const PACKAGE = 'trino-client';
/** The version that the tests ran with. */
const VERSION = '0.2.9';

/** Where a cluster is, and who asks. */
export interface TrinoServer {
  /** `https://…`; `http://…` where nothing secret is sent. */
  readonly server: string;
  readonly catalog: string;
  readonly schema: string;
  readonly user: string;
  /** With `user`, where the server asks for it. */
  readonly password?: string | undefined;
  /** Instead of a password: JWT or OAuth 2.0. */
  readonly token?: string | undefined;
}

/** Asks a server; rows come a page at a time. */
type Ask = (sql: string) => AsyncGenerator<Row[]>;

/**
 * Connects to a server of Trino: nothing is sent before the first question.
 *
 * Errors: throws `LedgerFault` where the client is not installed, or what was told cannot be used.
 */
export async function connectTrino(where: TrinoServer): Promise<Ask> {
  checkServer(where);
  const { Trino, BasicAuth } = await loadTrino();
  const { server, catalog, schema, user, password, token } = where;
  const trino = Trino.create({
    server,
    catalog,
    schema,
    source: 'ml-emissions',
    ...(password === undefined ? {} : { auth: new BasicAuth(user, password) }),
    extraHeaders: {
      // Between two questions the model may think for longer than a server keeps a connection.
      Connection: 'close',
      'X-Trino-User': user,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
  });
  return async function* ask(sql) {
    const pages = await patiently(where, () => trino.query(sql), BUSY);
    for (;;) {
      const { value, done } = await patiently(where, () => pages.next(), [...BUSY, ...BROKEN]);
      const page = value as TrinoClient.QueryResult;
      // The client gives a query that failed as one that ended.
      if (page.error) throw queryFault(page.error);
      if (done) return;
      yield rowsOfPage(page);
    }
  };
}

const rowsOfPage = ({ columns = [], data = [] }: TrinoClient.QueryResult): Row[] =>
  data.map((cells) => Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]])));

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function checkServer({ server, catalog, schema, password, token }: TrinoServer): void {
  const fault = (message: string, remedy: string) => new LedgerFault(message, remedy);
  const url = URL.canParse(server) ? new URL(server) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw fault(`'${server}' is no address of a server`, '--server https://trino.example.org:8443');
  if (url.username !== '' || url.password !== '')
    throw fault(
      'an address with a password in it can be read by everybody on this machine',
      'TRINO_USER and TRINO_PASSWORD, or TRINO_TOKEN, in the environment',
    );
  if (password !== undefined && token !== undefined)
    throw fault('a password and a token are told', 'TRINO_PASSWORD or TRINO_TOKEN');
  const isSecret = password !== undefined || token !== undefined;
  if (isSecret && url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw fault('a password or token would be sent in the clear', 'an address with https');
  for (const [flag, name] of [
    ['--catalog', catalog],
    ['--schema', schema],
  ] as const)
    if (!isName(name))
      throw fault(`'${name}' is no name of a ${flag.slice(2)}`, `${flag} with letters, digits, _`);
}

async function loadTrino(): Promise<typeof TrinoClient> {
  try {
    return await import('trino-client');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new LedgerFault(
      `a cluster is asked by ${PACKAGE}, which is not installed`,
      `npm install ${PACKAGE}@${VERSION} beside ml-emissions`,
      false,
    );
  }
}

/** What Trino's protocol wants to be asked again; the client gives up on them. */
const BUSY: readonly (number | string)[] = [429, 502, 503, 504];
/** A page can be asked for again; of a statement nobody knows whether it was begun. */
const BROKEN = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'] as const;
const TRIES = 7;
const FIRST_MS = 50;

/** Asks again where the server is busy. No error of the client is passed on: what was sent may be in it. */
async function patiently<Of>(
  { server }: TrinoServer,
  asking: () => Promise<Of>,
  again: readonly (number | string)[],
): Promise<Of> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await asking();
    } catch (error) {
      const { response, code, message } = error as {
        readonly response?: { readonly status: number };
        readonly code?: string;
        readonly message: string;
      };
      const status = response?.status;
      if (!again.includes(status ?? code ?? '') || tried === TRIES) {
        if (status === 401 || status === 403)
          throw new LedgerFault(
            `the server ${server} does not let this user in`,
            'TRINO_USER with TRINO_PASSWORD or TRINO_TOKEN in the environment',
          );
        throw new LedgerFault(
          `the server ${server} does not answer as Trino does: ${status ?? code ?? message}`,
          '--server, and whether it can be reached from here',
          false,
        );
      }
    }
    await sleep(FIRST_MS * 2 ** (tried - 1));
  }
}

/** What the server says of a text that it could not answer. */
function queryFault({ errorName, message }: TrinoClient.QueryError): LedgerFault {
  const remedies: Readonly<Record<string, string>> = {
    TABLE_NOT_FOUND: 'tables job and template of `ml-emissions ledger export` in this schema',
    SCHEMA_NOT_FOUND: 'CREATE SCHEMA, or another --schema',
    CATALOG_NOT_FOUND: 'another --catalog',
    MISSING_CATALOG_NAME: 'another --catalog',
  };
  const remedy = remedies[errorName];
  return new LedgerFault(
    `the cluster says ${errorName}: ${message}`,
    remedy ?? 'who runs the cluster',
    remedy !== undefined,
  );
}
