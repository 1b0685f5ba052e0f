import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

export const cli = path.resolve(import.meta.dirname, '../../servers/cli/main.ts');
export const bareMcp = path.join(import.meta.dirname, 'bare-mcp.ts');
export const bareKoa = path.join(import.meta.dirname, 'bare-koa.ts');

/** Makes the data folder's configuration name the echo plugin. */
export const configureEcho = (data: string): void => {
  const external = [path.join(import.meta.dirname, 'echo-plugin.ts')];
  writeFileSync(path.join(data, 'config.json'), JSON.stringify({ plugins: { external } }));
};

/** Starts a server of ours or the bare one and shakes hands. */
export const connect = async (script: string, args: readonly string[]): Promise<Client> => {
  const client = new Client({ name: 'bench', version: '1.0.0' });
  const transport = new StdioClientTransport({ command: process.execPath, args: [script, ...args], stderr: 'ignore' });
  await client.connect(transport);
  return client;
};
