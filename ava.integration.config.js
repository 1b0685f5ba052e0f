// Tests that need a service, a real language model or a MongoDB server: `npm run test:integration`, with what each says in the environment.
import config from './ava.config.js';

export default { ...config, files: ['test/integration/**/*.test.ts'], failWithoutAssertions: false };
