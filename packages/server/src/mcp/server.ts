import { CURRENT_EDITION, EDITIONS, LISTS } from '@ml-emissions/calculator';
import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
import { HttpProblem } from '../http/http-problem.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { estimate } from './estimate.ts';
import { explain } from './explain.ts';
import { find } from './find.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';
import type { McpService, Tool } from './tool.ts';

/** Every tool. One more is a file beside these and a name here. */
const TOOLS: readonly Tool[] = [estimate, plan, compare, explain, check, report, find];

const INSTRUCTIONS =
  'Emissions of machine learning from facts with sources. Quote figures with their 90 % range and the edition, and give the permalink. Figures are location-based; offsets are never subtracted. Ask for hardware, time and place where they are not told; do not guess them.';

/**
 * The calculator for assistants: tools and resources of the Model Context Protocol.
 *
 * @param service what it answers from
 * @returns a server for one connection or request
 * Errors: none.
 */
export function createMcpServer(service: McpService): McpServer {
  const server = new McpServer(
    { name: 'ml-emissions', title: 'ML Emissions Calculator', version: service.version },
    { instructions: INSTRUCTIONS },
  );
  for (const tool of TOOLS) addTool(server, tool, service);
  addJson(server, 'editions', 'Every edition of the data, with its hash', () => ({
    current: CURRENT_EDITION,
    editions: EDITIONS.map((id) => service.calculator.catalogue(id).edition),
  }));
  for (const table of LISTS) {
    addJson(server, `tables/${table}`, `All ${table} of the current edition`, () =>
      service.calculator.list(table),
    );
  }
  const { method } = service;
  if (method) {
    const about = {
      title: 'The method',
      description: 'How figures come about',
      mimeType: 'text/markdown',
    };
    server.registerResource('method', 'ml-emissions://method', about, async ({ href: uri }) => ({
      contents: [{ uri, mimeType: 'text/markdown', text: await method() }],
    }));
  }
  return server;
}

function addTool(
  server: McpServer,
  { name, title, about, input, output, answer }: Tool,
  service: McpService,
): void {
  server.registerTool(
    name,
    {
      title,
      description: about,
      inputSchema: fromJsonSchema<Record<string, unknown>>({
        ...input,
        additionalProperties: false,
      }),
      outputSchema: fromJsonSchema(output),
      annotations: { readOnlyHint: true, openWorldHint: false, idempotentHint: true },
    },
    (asked) => {
      try {
        const { text, data } = answer(asked, service);
        return { content: [{ type: 'text', text }], structuredContent: data };
      } catch (error) {
        if (!(error instanceof HttpProblem)) throw error;
        return { content: [{ type: 'text', text: told(error) }], isError: true };
      }
    },
  );
}

/** Every problem with what would be right, so that the next call can be. */
function told({ problems, message }: HttpProblem): string {
  if (problems.length === 0) return message;
  return problems
    .map(({ field, message: what, expected, suggestions }) => {
      // Messages of some problems say what would be right already.
      const isNear = suggestions.length > 0 && !what.includes('did you mean');
      return [
        `${field}: ${what}`,
        ...(what.includes(expected) ? [] : [`expected ${expected}`]),
        ...(isNear ? [`did you mean ${suggestions.join(', ')}?`] : []),
      ].join('; ');
    })
    .join('\n');
}

function addJson(server: McpServer, name: string, description: string, value: () => unknown): void {
  const mimeType = 'application/json';
  server.registerResource(
    name,
    `ml-emissions://${name}`,
    { title: name, description, mimeType },
    ({ href: uri }) => ({ contents: [{ uri, mimeType, text: JSON.stringify(value()) }] }),
  );
}
