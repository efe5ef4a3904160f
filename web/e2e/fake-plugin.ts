// Puts the fake API behind Vite's servers, so that the pages can be tried
// without a back end. It is no part of what is built.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { answer } from './fake/api.ts';

type Next = () => void;

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  next: Next,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  if (!url.pathname.startsWith('/api/') && url.pathname !== '/config.json') return next();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const given = await answer({
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  });
  response.statusCode = given.status;
  for (const [name, value] of Object.entries(given.headers)) response.setHeader(name, value);
  response.end(given.body);
}

const middleware = (request: IncomingMessage, response: ServerResponse, next: Next) =>
  void serve(request, response, next);

export function fakeApi(): Plugin {
  return {
    name: 'fake-api',
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}
