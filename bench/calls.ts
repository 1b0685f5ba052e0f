import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { withFolder } from './folder.ts';
import { interleaved, median } from './measure.ts';
import { question } from './overhead/echo.ts';
import { bareKoa, bareMcp, cli, configureEcho, connect } from './overhead/servers.ts';
import { timeRow } from './report.ts';
import type { Measure } from './section.ts';

/** One call with the same answer, over MCP and over REST, beside the same route on the bare libraries. */
export const measureCalls: Measure = ({ quick }) =>
  withFolder(async (data) => {
    configureEcho(data);
    const turns = quick ? 300 : 2000;
    const mcp = await callMcp(data, turns);
    const rest = await callRest(data, turns);
    return {
      rows: [
        timeRow('MCP call', median(mcp.ours), { what: 'SDK', value: median(mcp.bare) }, 1.3),
        timeRow('REST call', median(rest.ours), { what: 'Koa', value: median(rest.bare) }, 1.3),
      ],
      notes: [
        `Median of ${turns} calls in turn, as the client sees it; the capability does nothing and returns 4 kB.`,
        'The bare servers check no key, keep no log and validate what their library validates.',
      ],
    };
  });

const callMcp = async (data: string, turns: number) => {
  const ours = await connect(cli, ['mcp', '--data', data]);
  const bare = await connect(bareMcp, []);
  try {
    const call = async (client: typeof ours) => {
      const result = await client.callTool({ name: 'bench_echo', arguments: question });
      if (result.isError === true || result.structuredContent === undefined) throw new Error('The MCP call failed.');
    };
    return await interleaved(turns, { ours: () => call(ours), bare: () => call(bare) }, { warmUp: 100 });
  } finally {
    await ours.close();
    await bare.close();
  }
};

const callRest = async (data: string, turns: number) => {
  const ours = await serve([cli, 'serve', '--port', '0', '--json', '--data', data]);
  const bare = await serve([bareKoa]);
  const agent = new http.Agent({ keepAlive: true });
  try {
    const call = (server: Served) => post(agent, `${server.url}/v1/bench/echo`, server.key);
    return await interleaved(turns, { ours: () => call(ours), bare: () => call(bare) }, { warmUp: 100 });
  } finally {
    agent.destroy();
    await stop(ours.process);
    await stop(bare.process);
  }
};

type Served = { readonly process: ChildProcess; readonly url: string; readonly key: string };

const announcement = z.object({ url: z.url(), key_file: z.string().nullish() });

const serve = async (args: readonly string[]): Promise<Served> => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, key_file: file } = announcement.parse(JSON.parse(line));
    return { process: child, url, key: file ? readFileSync(file, 'utf8').trim() : '' };
  }
  throw new Error(`The server ended before it was ready: ${args.join(' ')}`);
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
};

const post = (agent: http.Agent, url: string, key: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The REST call failed with ${response.statusCode}.`));
      response.resume().on('end', resolve).on('error', reject);
    });
    request.on('error', reject).end(JSON.stringify(question));
  });
