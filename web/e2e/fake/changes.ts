// What customers proposed.
import type { Change } from '../../src/api/types.ts';
import { ok, problem, type Reply, type Routes } from './api.ts';
import { NOW, type World } from './world.ts';

const OPEN = ['proposed', 'approved', 'handed_over'];

type Body = Change extends infer C ? (C extends Change ? Pick<C, 'kind' | 'data'> : never) : never;

/** Puts a change in the world, unless its subject has an open one. */
export function propose(world: World, customer: string, subject: string, body: Body): Reply {
  const open = world.changes.find(
    (c) => c.customer === customer && c.subject === subject && OPEN.includes(c.state),
  );
  if (open) return problem(409, 'change_open', { change: open.id });
  const change = {
    id: world.id('CH'),
    customer,
    subject,
    state: 'proposed',
    proposed_at: NOW,
    late: false,
    history: [{ state: 'proposed', at: NOW, by: 'customer' }],
    findings: [],
    version: 1,
    ...body,
  } as Change;
  world.changes.unshift(change);
  return ok({ change: change.id, state: change.state }, 201);
}

const find = (world: World, params: Record<string, string>) =>
  world.changes.find((c) => c.customer === params.customer && c.id === params.change);

export const routes: Routes = {
  'GET /api/changes/office/changes': ({ world, query }) => {
    const wanted = (c: Change) =>
      (!query.get('state') || c.state === query.get('state')) &&
      (!query.get('kind') || c.kind === query.get('kind'));
    return ok({ changes: world.changes.filter(wanted), next: null });
  },
  'GET /api/changes/office/counts': ({ world }) => {
    const proposed: Record<string, number> = {};
    for (const { state, kind } of world.changes) {
      if (state === 'proposed') proposed[kind] = (proposed[kind] ?? 0) + 1;
    }
    return ok({ proposed, late: 0, more: false });
  },
  'GET /api/changes/office/customers/{customer}/changes/{change}': ({ world, params }) => {
    const change = find(world, params);
    return change ? ok(change) : problem(404, 'not_found');
  },
  'GET /api/changes/customers/{customer}/changes': ({ world, params, query }) => {
    const subject = query.get('subject');
    const changes = world.changes.filter(
      (c) => c.customer === params.customer && (!subject || c.subject === subject),
    );
    return ok({ changes, next: null });
  },
  'GET /api/changes/customers/{customer}/changes/{change}': ({ world, params }) => {
    const change = find(world, params);
    return change ? ok(change) : problem(404, 'not_found');
  },
  'POST /api/changes/customers/{customer}/changes/{change}/withdraw': ({ world, params }) => {
    const change = find(world, params);
    if (!change) return problem(404, 'not_found');
    if (change.state !== 'proposed') return problem(409, 'change_decided');
    change.state = 'withdrawn';
    change.history.push({ state: 'withdrawn', at: NOW, by: 'customer' });
    return ok(change);
  },
};
