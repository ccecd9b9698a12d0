import { LISTS, type ListName } from '@ml-emissions/calculator';
import { list, object, type Tool, text } from './tool.ts';

const MOST = 10;
const NEAREST = 5;

export const find: Tool = {
  name: 'find',
  title: 'What the data knows',
  about:
    'Looks up a chip, processor, cloud machine, provider, region, country, research computer or source by any name: rated power, grid intensity, PUE and where each is from.',
  input: object(
    {
      name: { ...text, description: 'any name: H100, p4d.24xlarge, Frankfurt, Jean Zay' },
      table: { type: 'string', enum: LISTS, description: 'only in this table' },
    },
    ['name'],
  ),
  output: object(
    {
      found: list(object({ kind: text, row: { type: 'object' } }, ['kind', 'row'])),
      nearest: list(text),
    },
    ['found', 'nearest'],
  ),
  answer({ name, table }, { calculator }) {
    const asked = String(name);
    const found =
      table === undefined
        ? calculator.show(asked).map(({ kind, row, related, sources }) => ({
            kind,
            row,
            related: Object.fromEntries(
              Object.entries(related).map(([part, rows]) => [part, rows.slice(-NEAREST)]),
            ),
            sources,
          }))
        : calculator
            .list(table as ListName, asked)
            .map((row) => ({ kind: String(table).replace(/s$/, ''), row }));
    const some = found.slice(0, MOST);
    const nearest = some.length > 0 ? [] : calculator.nearestNames(asked, NEAREST);
    return {
      text:
        some.length > 0
          ? some.map((one) => JSON.stringify(one)).join('\n')
          : `Nothing is called '${asked}'${nearest.length > 0 ? `; the nearest names are ${nearest.join(', ')}` : ''}.`,
      data: { found: some, nearest },
    };
  },
};
