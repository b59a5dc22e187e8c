import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build-first.ts'],
    setupFiles: ['tests/laws/seeds.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
