import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build-first.ts'],
    setupFiles: ['tests/laws/seeds.ts'],
    // Every core works, and loads the program once rather than once for each file.
    maxWorkers: '100%',
    isolate: false,
    // Long enough for a machine that does much else at the same time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
