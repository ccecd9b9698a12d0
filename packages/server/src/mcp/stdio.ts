import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer } from './server.ts';
import type { McpService } from './tool.ts';

/**
 * Answers an assistant on standard input and output until it ends the connection.
 *
 * @param service what is answered from
 */
export function mcpOnStdio(service: McpService): { readonly close: () => Promise<void> } {
  return serveStdio(() => createMcpServer(service));
}
