import { createRequire } from 'node:module';
import type { DestinationStream, pino } from 'pino';
import type { Config } from '../config/schema.ts';
import { type LogFields, type Logger, silentLogger } from '../ports/logger.ts';

type Level = Config['log']['level'];
type Severity = Exclude<keyof Logger, 'child'>;

const severities: readonly Severity[] = ['debug', 'info', 'warn', 'error'];

/**
 * JSON lines on stderr; stdout belongs to results and to protocols. Errors are logged with name, code and stack
 * but without a message of foreign origin, which may quote a document or an endpoint's key.
 */
export const createLogger = (level: Level, destination?: DestinationStream): Logger => {
  let root: Logger | undefined;
  return level === 'silent' ? silentLogger : deferred(level, () => (root ??= openLog(level, destination)));
};

/** Most processes end without a line: the library, some thirty modules, is loaded by the first one. */
const deferred = (level: Exclude<Level, 'silent'>, logger: () => Logger): Logger => {
  const line = (severity: Severity) =>
    severities.indexOf(severity) < severities.indexOf(level)
      ? () => {}
      : (fields: LogFields, message: string) => logger()[severity](fields, message);
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    child: (fields) => {
      let made: Logger | undefined;
      return deferred(level, () => (made ??= logger().child(fields)));
    },
  };
};

const require = createRequire(import.meta.url);

const openLog = (level: Level, destination: DestinationStream | undefined): Logger => {
  const library = require('pino') as typeof pino;
  return library(
    {
      level,
      base: { pid: process.pid },
      timestamp: library.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: {
        paths: ['*.apiKey', '*.key', '*.authorization', '*.password', '*.token', '*.secret'],
        censor: '********',
      },
    },
    destination ?? library.destination({ fd: 2, sync: true }),
  );
};

const describeError = (thrown: unknown): Record<string, unknown> => {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const frames = thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: thrown.name,
    ...('code' in thrown ? { code: thrown.code } : {}),
    ...(frames ? { stack: frames.slice(0, 12).map((line) => line.trim()) } : {}),
    ...(thrown.cause === undefined ? {} : { cause: describeError(thrown.cause) }),
  };
};
