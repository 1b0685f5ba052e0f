import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { answer, asText, input, output } from './echo.ts';

/** The SDK and one tool, nothing else: what an MCP server costs at least. */
serveStdio(() => {
  const server = new McpServer({ name: 'bare', version: '1.0.0' }, { capabilities: { tools: {} } });
  server.registerTool(
    'bench_echo',
    { title: 'Echo', description: 'Returns the same five passages.', inputSchema: input, outputSchema: output },
    async () => ({ content: [{ type: 'text', text: asText(answer) }], structuredContent: answer }),
  );
  return server;
});
