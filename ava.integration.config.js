// Tests that need a real language model: `npm run test:integration`, with the key in the environment.
import config from './ava.config.js';

export default { ...config, files: ['test/integration/**/*.test.ts'], failWithoutAssertions: false };
