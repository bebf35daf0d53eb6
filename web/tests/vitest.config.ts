import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const web = fileURLToPath(new URL('..', import.meta.url))

/** The journeys: each file has a company, a store and a browser of its own, so two may run at once. */
export default defineConfig({
  root: web,
  resolve: { alias: { '@': `${web}src` } },
  test: {
    include: ['tests/journeys/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
