// Signing in, and everything about one's own access.
import { done, ok, problem, type Call, type Routes } from './api.ts';
import { NOW, TOTP, type User, type World } from './world.ts';

const QR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29" shape-rendering="crispEdges"><rect width="29" height="29" fill="#fff"/><path d="M4 4h7v7H4zM18 4h7v7h-7zM4 18h7v7H4zM13 13h3v3h-3zM18 18h2v2h-2zM22 22h3v3h-3zM13 20h2v4h-2zM20 13h4v2h-4z"/></svg>';
const CODES = Array.from({ length: 10 }, (_, i) => `VZ0R-${1000 + i * 137}-K0D${i}`);

const find = (world: World, login: string) =>
  [...world.users.entries()].find(([, user]) => user.me.email === login);
const own = ({ world, user }: Call): User => world.users.get(user)!;

/** Refuses what wants a password given lately. */
const fresh = (then: (call: Call) => ReturnType<Routes[string]>) => (call: Call) =>
  own(call).fresh ? then(call) : problem(403, 'reauthentication_needed');

export const routes: Routes = {
  'POST /api/auth/sign-in': ({ world, body }) => {
    const [id, user] = find(world, body.login) ?? [];
    if (!id || !user || user.password !== body.password) return problem(401, 'sign_in_failed');
    if (user.totp && !body.code) return problem(401, 'second_factor_needed');
    if (user.totp && body.code !== TOTP) return problem(401, 'sign_in_failed', { field: 'code' });
    const token = world.id(`session-${id}`);
    world.sessions.set(token, id);
    user.fresh = false;
    user.devices = [
      {
        id: token,
        created_at: NOW,
        last_seen_at: NOW,
        device: 'Chromium, Linux',
        source: '203.0.113.9',
        current: true,
      },
      ...user.devices.filter((device) => !device.current),
    ];
    return {
      status: 200,
      body: { user: id },
      headers: { 'set-cookie': `session=${token}; Path=/; HttpOnly; SameSite=Lax` },
    };
  },
  'POST /api/auth/sign-out': ({ world, user }) => {
    for (const [token, of] of world.sessions) if (of === user) world.sessions.delete(token);
    return done({ 'set-cookie': 'session=; Path=/; Max-Age=0' });
  },
  'POST /api/auth/sign-up': ({ world, body }) => {
    world.opened.push(body);
    return ok({ request: 'rq-7f3a' }, 202);
  },
  'POST /api/auth/activate': ({ body }) =>
    body.email_code === '12345678'
      ? ok({ email: 'nova@posta.example' })
      : problem(422, 'code_invalid', { field: 'email_code' }),
  'POST /api/auth/recovery': ({ world, body }) => {
    world.opened.push(body);
    return ok({ request: 'rq-9c1d' }, 202);
  },
  'POST /api/auth/recovery/complete': ({ body }) =>
    body.code === '12345678' ? ok({}) : problem(422, 'code_invalid', { field: 'code' }),
  'POST /api/auth/invitations/accept': ({ body }) =>
    body.code === '12345678'
      ? ok({ email: 'nova@posta.example' })
      : problem(422, 'code_invalid', { field: 'code' }),
  'POST /api/auth/reauthenticate': (call) => {
    const user = own(call);
    if (call.body.password !== user.password) return problem(401, 'sign_in_failed');
    if (user.totp && !call.body.code) return problem(401, 'second_factor_needed');
    user.fresh = true;
    return done();
  },
  'POST /api/auth/password': fresh((call) => {
    if (call.body.password === 'heslo-heslo-heslo') {
      return problem(422, 'password_common', { field: 'password' });
    }
    own(call).password = call.body.password;
    own(call).passwordChangedAt = NOW;
    return done();
  }),
  'POST /api/auth/email': fresh(() => ok(undefined, 202)),
  'POST /api/auth/email/confirm': ({ body }) =>
    body.code === '12345678' ? done() : problem(422, 'code_invalid', { field: 'code' }),
  'GET /api/auth/security': (call) => {
    const user = own(call);
    return ok({
      email: user.me.email,
      totp: user.totp,
      recovery_codes_left: user.codesLeft,
      password_changed_at: user.passwordChangedAt,
      must_enrol: user.me.staff && !user.totp,
    });
  },
  'POST /api/auth/totp': fresh(() =>
    ok({
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Vzorov:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Vzorov',
      qr_svg: QR,
    }),
  ),
  'POST /api/auth/totp/confirm': (call) => {
    if (call.body.code !== TOTP) return problem(422, 'code_invalid', { field: 'code' });
    Object.assign(own(call), { totp: true, codesLeft: 10 });
    return ok({ recovery_codes: CODES });
  },
  'POST /api/auth/totp/recovery-codes': fresh((call) => {
    own(call).codesLeft = 10;
    return ok({ recovery_codes: CODES });
  }),
  'DELETE /api/auth/totp': fresh((call) => {
    if (own(call).me.staff) return problem(422, 'second_factor_required');
    Object.assign(own(call), { totp: false, codesLeft: 0 });
    return done();
  }),
  'GET /api/auth/sessions': (call) => ok({ sessions: own(call).devices }),
  'DELETE /api/auth/sessions/{id}': (call) => {
    const user = own(call);
    user.devices = user.devices.filter((device) => device.id !== call.params.id);
    return done();
  },
  'POST /api/auth/sessions/end-others': (call) => {
    const user = own(call);
    user.devices = user.devices.filter((device) => device.current);
    return done();
  },
  'POST /api/auth/sessions/end-all': ({ world, user }) => {
    for (const [token, of] of world.sessions) if (of === user) world.sessions.delete(token);
    return done();
  },
  'GET /api/auth/journal': (call) => ok({ entries: own(call).journal, next: null }),

  // For the tests: what only time or a failure would bring about.
  'POST /api/auth/fake': ({ world, body }) => {
    if (body.expire) world.sessions.clear();
    if (body.broken !== undefined) world.broken = body.broken;
    if (body.unenrol) world.users.get(body.unenrol)!.totp = false;
    if (body.config) world.config = body.config;
    return done();
  },
};
