import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const PORT = Number(process.env.PREVIEW_PORT ?? 25174);

/** Where a running stack says what is where; none: the fake API. */
const stack = process.env.METERSIDE_STACK;
const web = stack && (JSON.parse(readFileSync(stack, 'utf8')) as { web: string }).web;

export default defineConfig({
  testMatch: '*.spec.ts',
  // The journeys on a stack share its people; on the fake API each test has its world.
  workers: web ? 1 : '100%',
  fullyParallel: !web,
  reporter: [['list']],
  use: {
    baseURL: web ?? `http://127.0.0.1:${PORT}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
    timezoneId: 'Europe/Prague',
    locale: 'cs-CZ',
    trace: 'retain-on-failure',
  },
  projects: [
    web
      ? {
          name: 'stack',
          testDir: 'e2e/stack',
          // A hand-over that was missed waits for its schedule: a minute. And two
          // codes of second factors, half a minute each.
          timeout: 300_000,
          expect: { timeout: 30_000 },
        }
      : {
          name: 'fake',
          testDir: 'e2e',
          testIgnore: 'stack/**',
          timeout: 90_000,
          expect: { timeout: 15_000 },
        },
  ],
  webServer: web
    ? undefined
    : {
        command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
        port: PORT,
        reuseExistingServer: !process.env.CI,
      },
});
