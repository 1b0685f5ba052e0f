import { readFileSync } from 'node:fs';
import test from 'ava';
import { loadConfig } from '../../../core/config/load.ts';
import { toolName } from '../../../servers/mcp/tools.ts';
import { wiring } from '../../../servers/wiring.ts';

const capabilities = await wiring.listCapabilities(loadConfig({ environment: {}, flags: { data: '/nowhere' } }));
const page = readFileSync(new URL('../../../docs/assistants.md', import.meta.url), 'utf8');

test('the page for assistants names every tool, and says whether it changes something', (t) => {
  const said = [...page.matchAll(/^\| (`[^|]*) \|[^|]*\| ([^|]*) \|$/gm)].flatMap(([, tools = '', changes = '']) => {
    const effect = changes === 'no' ? 'read' : changes.includes('marked destructive') ? 'destructive' : 'write';
    return [...tools.matchAll(/`(\w+)`/g)].map(([, tool = '']) => `${tool}: ${effect}`);
  });
  t.deepEqual(
    said.toSorted(),
    capabilities
      .on('mcp')
      .map((each) => `${toolName(each)}: ${each.effect}`)
      .toSorted(),
  );
});
