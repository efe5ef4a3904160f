// Serves the description of the HTTP API beside the client: `/openapi.json`.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SOURCE = new URL('../../docs/openapi.json', import.meta.url);

export function openapi(): Plugin {
  return {
    name: 'openapi',
    apply: 'build',
    generateBundle() {
      const source = JSON.stringify(JSON.parse(readFileSync(SOURCE, 'utf8')));
      this.emitFile({ type: 'asset', fileName: 'openapi.json', source });
    },
  };
}
