// Writes `sw.js` beside the bundle: the service worker with this build's name
// and the files that make up its shell.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SOURCE = new URL('../src/service-worker.js', import.meta.url);

export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const shell = new Set<string>(['/']);
      const add = (file: string) => {
        const chunk = bundle[file];
        if (!chunk || shell.has(`/${file}`)) return;
        shell.add(`/${file}`);
        if (chunk.type !== 'chunk') return;
        chunk.imports.forEach(add);
        chunk.viteMetadata?.importedCss.forEach(add);
      };
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry) add(file);
      }
      const files = [...shell];
      const build = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      const source = readFileSync(SOURCE, 'utf8')
        .replace('__BUILD__', build)
        .replace('[/* __SHELL__ */]', JSON.stringify(files));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
