// Reads `*.ftl` at build time, so that the browser gets parsed messages and
// needs no parser.
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';

export function fluent(): Plugin {
  return {
    name: 'fluent-catalogues',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith('.ftl')) return;
      const { body } = new FluentResource(source);
      const json = JSON.stringify(JSON.stringify(body));
      return { code: `export default JSON.parse(${json});`, map: null };
    },
  };
}
