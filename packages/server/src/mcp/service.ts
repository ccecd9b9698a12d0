import type { Calculator } from '@ml-emissions/calculator';
import type { Site } from '../site.ts';
import type { McpService } from './tool.ts';

const METHOD = '/docs/method.md';

/**
 * What assistants are answered from.
 *
 * @param of a calculator over all editions, and the site where there is one
 * @param page where the site is, with a slash at its end; '' where nobody knows
 */
export function mcpServiceOf(
  {
    calculator,
    version,
    site,
  }: { readonly calculator: Calculator; readonly version: string; readonly site: Site | null },
  page: string,
): McpService {
  const method = site?.file(METHOD);
  return {
    calculator,
    version,
    page,
    method: method ? async () => (await method.body('identity')).toString('utf8') : null,
  };
}
