import { type DestinationStream, pino } from 'pino';
import type { Config } from '../config/schema.ts';
import type { Logger } from '../ports/logger.ts';

/**
 * JSON lines on stderr; stdout belongs to results and to protocols. Errors are logged with name, code and stack
 * but without a message of foreign origin, which may quote a document or an endpoint's key.
 */
export const createLogger = (level: Config['log']['level'], destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: {
        paths: ['*.apiKey', '*.key', '*.authorization', '*.password', '*.token', '*.secret'],
        censor: '********',
      },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );

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
