import { withFolder } from './folder.ts';
import { interleaved, median } from './measure.ts';
import { bareMcp, cli, connect } from './overhead/servers.ts';
import { timeRow } from './report.ts';
import type { Measure } from './section.ts';

/** From starting the process to the end of the handshake, and to the list of tools. */
export const measureStart: Measure = ({ quick }) =>
  withFolder(async (data) => {
    const start = (script: string, args: readonly string[], list: boolean) => async () => {
      const client = await connect(script, args);
      if (list) await client.listTools();
      return client;
    };
    const ours = ['mcp', '--data', data];
    const clients: { close(): Promise<void> }[] = [];
    const keep = (started: () => Promise<{ close(): Promise<void> }>) => async () => {
      clients.push(await started());
    };
    // A client is closed outside the measured time, but before the next one starts.
    const closing = async () => {
      for (const client of clients.splice(0)) await client.close();
    };
    const times = await interleaved(
      quick ? 5 : 15,
      {
        ours: keep(start(cli, ours, false)),
        bare: keep(start(bareMcp, [], false)),
        oursTools: keep(start(cli, ours, true)),
        bareTools: keep(start(bareMcp, [], true)),
      },
      { between: closing },
    );
    const what = 'SDK and one tool';
    return {
      rows: [
        timeRow('start to handshake', median(times.ours), { what, value: median(times.bare) }, 1.5),
        timeRow('start to list of tools', median(times.oursTools), { what, value: median(times.bareTools) }, 1.5),
      ],
      notes: ['Median of processes started in turn, over stdio, on a data folder that exists.'],
    };
  });
