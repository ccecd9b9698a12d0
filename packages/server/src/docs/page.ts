import { TROUBLES } from '../http/http-problem.ts';
import type { Limits } from '../limits.ts';
import { STYLE } from './style.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description: string;
    readonly schema: { readonly type?: string; readonly enum?: readonly unknown[] };
    readonly example?: unknown;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>;
  };
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content: Readonly<Record<string, unknown>> }
    >
  >;
}

interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const escaped = (value: unknown): string =>
  String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const code = (value: unknown) => `<code>${escaped(value)}</code>`;

/**
 * The OpenAPI document for people: plain HTML without a script.
 *
 * @param openapi the document as JSON
 * @param limits what is told of them
 */
export function docsPage(openapi: string, limits: Limits): string {
  const { info, paths } = JSON.parse(openapi) as Document;
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = [...new Set(all.flatMap(({ operation }) => operation.tags))];
  const inGroup = (group: string) => all.filter(({ operation }) => operation.tags.includes(group));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · ${escaped(info.title)}</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<header><a href=".">${escaped(info.title)}</a> <span>API, version ${escaped(info.version)}</span></header>
<main>
<h1>API</h1>
<p>${escaped(info.description)}</p>
<p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Addresses">${groups.map((group) => groupNav(group, inGroup(group))).join('')}</nav>
${groups.map((group) => `<h2>${escaped(group)}</h2>${inGroup(group).map(operationHtml).join('')}`).join('')}
<h2>When a request is not answered</h2>
<p>The answer is ${code('application/problem+json')} (RFC 9457) with ${code('problems')}: each has ${code('code')}, ${code('field')} (a JSON Pointer), ${code('value')}, ${code('message')}, ${code('expected')} and ${code('suggestions')}.</p>
<table><thead><tr><th>Status</th><th>Type</th><th>Meaning</th></tr></thead><tbody>
${Object.entries(TROUBLES)
  .map(
    ([name, { status, title }]) =>
      `<tr id="${name}"><td>${status}</td><td>${code(name)}</td><td>${title}</td></tr>`,
  )
  .join('\n')}
</tbody></table>
<h2>Limits</h2>
<ul>
<li>A body of JSON or text: ${number(limits.bodyBytes)} bytes, there within ${limits.bodyMs / 1000} s; ${limits.depth} brackets within each other; ${number(limits.arrayItems)} items of an array.</li>
<li>Lines: ${number(limits.lineBytes)} bytes each, ${number(limits.linesBytes)} in one request.</li>
<li>${number(limits.perMinute)} requests a minute and client; this machine has no such limit.</li>
</ul>
</main>
</body>
</html>
`;
}

const number = (value: number) => value.toLocaleString('en');

interface Described {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

const groupNav = (group: string, all: readonly Described[]) =>
  `<h2>${escaped(group)}</h2><ul>${all
    .map(
      ({ path, method, operation }) =>
        `<li><a href="#${operation.operationId}">${code(`${method.toUpperCase()} ${path}`)}</a> ${escaped(operation.summary)}</li>`,
    )
    .join('')}</ul>`;

function operationHtml({ path, method, operation }: Described): string {
  const { operationId, summary, parameters = [], requestBody, responses } = operation;
  const rows = parameters.map(
    ({ name, in: where, description, schema }) =>
      `<tr><td>${code(name)}</td><td>${where}</td><td>${kindOf(schema)}</td><td>${escaped(description)}</td></tr>`,
  );
  const sent = Object.keys(responses['200']?.content ?? {})
    .map(code)
    .join(', ');
  return `<section id="${operationId}"><h3>${code(`${method.toUpperCase()} ${path}`)}</h3>
<p>${escaped(summary)}. Answers ${sent}; else ${Object.keys(responses)
    .filter((status) => status !== '200')
    .join(', ')}.</p>
${rows.length > 0 ? `<table><thead><tr><th>Parameter</th><th>In</th><th>Kind</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : ''}
<pre><code>${escaped(curlOf(path, method, parameters, requestBody))}</code></pre></section>`;
}

const kindOf = ({
  type,
  enum: choices,
}: {
  readonly type?: string;
  readonly enum?: readonly unknown[];
}) => (choices ? choices.map(code).join(' ') : escaped(type ?? ''));

/** An example for a shell. */
function curlOf(
  path: string,
  method: string,
  parameters: NonNullable<Operation['parameters']>,
  requestBody: Operation['requestBody'],
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters.find((one) => one.name === name)?.example ?? name),
  );
  const address = `http://localhost:4173${filled}`;
  if (method === 'get') return `curl '${address}'`;
  const example = requestBody?.content['application/json']?.example;
  return example === undefined
    ? `curl '${address}' -H 'content-type: text/plain' --data-binary @report.md`
    : `curl '${address}' -H 'content-type: application/json' -d '${JSON.stringify(example)}'`;
}
