import test from 'ava';
import { createLogger } from '../../../core/logging/pino.ts';

const recorded = (level: Parameters<typeof createLogger>[0]) => {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger(level, { write: (line) => void lines.push(JSON.parse(line)) });
  return { log, lines };
};

test('a line has its fields and those of the loggers that it came through, and a name for its level', (t) => {
  const { log, lines } = recorded('info');
  log.child({ plugin: 'risk' }).child({ request: 'r1' }).warn({ code: 'store_locked' }, 'waited');
  t.like(lines[0], { level: 'warn', plugin: 'risk', request: 'r1', code: 'store_locked', msg: 'waited' });
  t.regex(String(lines[0]?.['time']), /^\d{4}-\d\d-\d\dT/);
});

test('what is less severe than the level is no line, and silent writes none', (t) => {
  const { log, lines } = recorded('warn');
  for (const severity of ['debug', 'info', 'warn', 'error'] as const) log[severity]({}, severity);
  t.deepEqual(
    lines.map(({ msg }) => msg),
    ['warn', 'error'],
  );
  const silent = recorded('silent');
  silent.log.child({}).error({}, 'no');
  t.deepEqual(silent.lines, []);
});

test('an error is told without its message, and secrets are masked', (t) => {
  const { log, lines } = recorded('error');
  log.error({ err: new Error('the tenant owes 3'), endpoint: { apiKey: 'abc' } }, 'failed');
  const line = JSON.stringify(lines[0]);
  t.false(/tenant owes|abc/.test(line));
  t.regex(line, /"type":"Error"/);
});
