import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, gates } from './client.ts';
import { Problem } from './problem.ts';

type Sent = { url: string; init: RequestInit };
let sent: Sent[] = [];
let answers: (Response | Error)[] = [];

const problem = (status: number, code: string, more: object = {}) =>
  new Response(JSON.stringify({ status, code, ...more }), { status });

beforeEach(() => {
  sent = [];
  answers = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init });
    const next = answers.shift() ?? new Response('{}');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  gates.signedOut = () => Promise.resolve(false);
  gates.stale = () => Promise.resolve(false);
});

const route = 'POST /api/account/customers/{customer}/contact';

describe('a call', () => {
  it('fills the path in and leaves out what is not asked', async () => {
    await call('GET /api/changes/customers/{customer}/changes', {
      path: { customer: 'C/1' },
      query: { cursor: undefined, subject: 'meter/M-1' },
    });
    expect(sent[0]!.url).toBe('/api/changes/customers/C~1/changes?subject=meter%2FM-1');
  });

  it('reads without any header, so that the preload of the page fits it', async () => {
    await call('GET /api/account/me');
    expect(sent[0]!.init.headers).toEqual({});
  });

  it('writes with the header of this client and the key of the request', async () => {
    await call(route, { path: { customer: 'C-1' }, body: { phone: '+420601123456' }, key: 'k' });
    expect(sent[0]!.init.headers).toEqual({
      'x-meterside': '1',
      'content-type': 'application/json',
      'idempotency-key': 'k',
    });
    expect(sent[0]!.init.body).toBe('{"phone":"+420601123456"}');
  });

  it('answers nothing for an empty answer', async () => {
    answers = [new Response(null, { status: 204 })];
    await expect(call('POST /api/auth/sign-out')).resolves.toBeUndefined();
  });

  it('throws a refusal with its code, field and details', async () => {
    answers = [problem(409, 'change_open', { field: 'email', change: 'CH-1' })];
    const thrown = await call(route, { path: { customer: 'C-1' }, body: {} }).catch((e) => e);
    expect(thrown).toBeInstanceOf(Problem);
    expect(thrown).toMatchObject({ status: 409, code: 'change_open', field: 'email' });
    expect(thrown.details.change).toBe('CH-1');
  });

  it('has a code for an answer that is no problem document', async () => {
    answers = [new Response('<h1>Bad gateway</h1>', { status: 502 })];
    await expect(call('GET /api/account/me')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('has a code for no answer', async () => {
    answers = [new TypeError('failed to fetch')];
    await expect(call('GET /api/account/me')).rejects.toMatchObject({ code: 'unreachable' });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    answers = [new TypeError('failed to fetch')];
    await expect(call('GET /api/account/me')).rejects.toMatchObject({ code: 'offline' });
  });
});

describe('an ended session', () => {
  it('is asked for, and the same request is sent again', async () => {
    gates.signedOut = () => Promise.resolve(true);
    answers = [problem(401, 'signed_out'), new Response('{"change":"CH-1","state":"proposed"}')];
    const body = { email: 'anna@posta.example' };
    const answer = await call(route, { path: { customer: 'C-1' }, body, key: 'k' });
    expect(answer).toEqual({ change: 'CH-1', state: 'proposed' });
    expect(sent[1]).toEqual(sent[0]);
  });

  it('is a problem when the person does not sign in', async () => {
    answers = [problem(401, 'signed_out')];
    await expect(call('GET /api/auth/security')).rejects.toMatchObject({ code: 'signed_out' });
    expect(sent).toHaveLength(1);
  });

  it('is not meant by a failed attempt to sign in, nor by who asks who they are', async () => {
    gates.signedOut = vi.fn(() => Promise.resolve(true));
    answers = [problem(401, 'sign_in_failed'), problem(401, 'signed_out')];
    const body = { login: 'a', password: 'b' };
    await expect(call('POST /api/auth/sign-in', { body })).rejects.toThrow('sign_in_failed');
    await expect(call('GET /api/account/me')).rejects.toThrow('signed_out');
    expect(gates.signedOut).not.toHaveBeenCalled();
  });
});

describe('a second factor that is missing', () => {
  it('leads to where it is set up, but not when only turning it off is refused', async () => {
    gates.unenrolled = vi.fn();
    answers = [problem(422, 'second_factor_required'), problem(403, 'second_factor_required')];
    await expect(call('DELETE /api/auth/totp')).rejects.toThrow('second_factor_required');
    expect(gates.unenrolled).not.toHaveBeenCalled();
    await expect(call('GET /api/changes/office/counts')).rejects.toThrow('second_factor_required');
    expect(gates.unenrolled).toHaveBeenCalledOnce();
  });
});

describe('a password given too long ago', () => {
  it('is asked for, and the call goes on', async () => {
    gates.stale = () => Promise.resolve(true);
    answers = [problem(403, 'reauthentication_needed'), new Response(null, { status: 204 })];
    await call('POST /api/auth/password', { body: { password: 'x' } });
    expect(sent).toHaveLength(2);
  });
});
