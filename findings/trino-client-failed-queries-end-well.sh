#!/bin/sh
# trino-client 0.2.9 (npm, the official one), on Node 20: what its answers do not say.
#
# - A query that failed ends like one without rows: nothing is thrown, and only a field `error` of the last page tells.
# - A BIGINT beyond 2^53 comes with other digits: 9007199254740993 is 9007199254740992.
# - A server that answers 503 for a moment ends the query with an error, which Trino's protocol wants asked again. The
#   iterator is sound after it: its `next()` asks for the same page again, and this project does.
#
# Stood in for: a server that answers as Trino 476 did (its BIGINT was seen there, too).
# This project looks at `error`, and asks again (packages/ledger/src/engine/trino-client.ts).
#
# Seen on 2026-11-30. Exits with 1 when it changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund trino-client@0.2.9
cat > seen.mjs <<'JS'
import { createServer } from 'node:http';
import { Trino } from 'trino-client';

const columns = [{ name: 'n', type: 'bigint' }];
let asked = 0;
const http = createServer((request, response) => {
  const server = `http://127.0.0.1:${http.address().port}`;
  let text = '';
  request.on('data', (part) => { text += part; });
  request.on('end', () => {
    const answer = (body) => response.end(body);
    response.setHeader('content-type', 'application/json');
    if (request.method === 'POST') return answer(`{"id":"q","nextUri":"${server}/${text}"}`);
    if (request.url === '/fails')
      return answer('{"id":"q","error":{"errorName":"TABLE_NOT_FOUND","message":"no such table"}}');
    if (request.url === '/busy' && asked++ === 0) return response.writeHead(503).end();
    answer(`{"id":"q","columns":${JSON.stringify(columns)},"data":[[9007199254740993]]}`);
  });
});
await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
const trino = Trino.create({
  server: `http://127.0.0.1:${http.address().port}`,
});

const rows = [];
for await (const { data } of await trino.query('fails')) rows.push(...(data ?? []));
console.log(`a query that failed: ${rows.length} rows, nothing thrown`);

let digits;
for await (const { data } of await trino.query('number')) digits = data?.[0]?.[0];
console.log(`9007199254740993 is ${digits}`);

const pages = await trino.query('busy');
const error = await pages.next().then(() => null, (thrown) => thrown);
const again = await pages.next();
console.log(`503 once: ${error?.message}; asked again: ${again.value?.data?.length} row`);
http.close();
const isSeen = rows.length === 0 && String(digits) === '9007199254740992';
if (!isSeen || error?.response?.status !== 503 || again.value?.data?.length !== 1) {
  console.log('This is not what was seen with trino-client 0.2.9.');
  process.exit(1);
}
JS
node seen.mjs
