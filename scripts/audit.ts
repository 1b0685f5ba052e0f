/**
 * Asks the registry for known vulnerabilities in what a user installs: `npm run audit`. Fails on high and critical ones.
 * Not every registry answers that question; where it does not, that is said, so that silence is not taken for safety.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

const reportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
});

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: path.resolve(import.meta.dirname, '..'),
  encoding: 'utf8',
  shell: process.platform === 'win32',
});

const parse = (text: string) => {
  try {
    return reportSchema.safeParse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

const report = parse(stdout);
if (!report?.success) {
  console.log('Dependencies were NOT checked for known vulnerabilities: the registry has no answer to npm audit.');
} else {
  const found = Object.entries(report.data.vulnerabilities);
  for (const [name, { severity, range }] of found) console.log(`${severity}: ${name} ${range}`);
  const serious = found.filter(([, { severity }]) => severity === 'high' || severity === 'critical');
  console.log(
    `${found.length} known vulnerabilities in the production dependencies, ${serious.length} of them serious.`,
  );
  process.exitCode = serious.length > 0 ? 1 : 0;
}
