// Tests are TypeScript, run by Node's own type stripping.
export default {
  extensions: ['ts'],
  files: ['test/**/*.test.ts', '!test/integration/**', 'examples/plugins/**/*.test.ts'],
  timeout: '3m',
  workerThreads: false,
};
