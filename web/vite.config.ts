import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { fluent } from './build/fluent.ts';
import { openapi } from './build/openapi.ts';
import { serviceWorker } from './build/worker.ts';
import { fakeApi } from './e2e/fake-plugin.ts';

const headers = JSON.parse(
  readFileSync(new URL('./security-headers.json', import.meta.url), 'utf8'),
) as Record<string, string>;

/** Where `/api` and `/config.json` come from; none: the fake one of `e2e/`. */
const api = process.env.PORTAL_API;
const proxy = api ? { '/api': { target: api }, '/config.json': { target: api } } : undefined;

/** What the first page of a customer needs anyway. */
const SHELL = new RegExp(
  [
    'node_modules/(svelte|@fluent|esm-env|clsx)/',
    'vite/preload-helper',
    'src/(api|router|session)/',
    'src/words/(?!passphrase)[^/]*\\.ts',
    'src/ui/(Icon|Page|Dialog|Notice|Tag|StateTag|MediumIcon|Bones|Failed|Loaded|Empty|status)',
    'src/changes/(ChangeLine|what)',
  ].join('|'),
);

export default defineConfig({
  plugins: [fluent(), svelte(), openapi(), serviceWorker(), ...(api ? [] : [fakeApi()])],
  build: {
    target: ['chrome107', 'firefox104', 'safari16.4'],
    assetsInlineLimit: 0,
    manifest: true,
    // One style sheet, and a page's script alone: what pages share is in the
    // shell's chunk, so that nothing is waited for twice.
    cssCodeSplit: false,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'shell', test: SHELL }],
        },
      },
    },
  },
  server: { proxy, fs: { allow: ['..'] } },
  preview: { proxy, headers },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : undefined,
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], environment: 'happy-dom' },
});
