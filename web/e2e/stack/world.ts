// People in front of the running portal: each in a browser of their own, in
// their language, on a phone or at a desk; and nothing goes wrong unseen.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type APIResponse, type Browser, type Page } from '@playwright/test';
import { accessible } from '../world.ts';
import {
  codeIn,
  codeOf,
  fromElsewhere,
  linkIn,
  loginOf,
  mailTo,
  mailsTo,
  stack,
  type Login,
} from './place.ts';
import { wordsOf, type Language, type Words } from './words.ts';

export { expect, linkIn, codeIn, codeOf, loginOf, mailTo, mailsTo };

export const SIZES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 900 },
} as const;
export type Size = keyof typeof SIZES;

/** What the crowd's customers get as their password, once invited. */
const GUEST_PASSWORD = 'lampa-pole-cukr-strom-most';

/** Somebody in front of a page. */
export interface Person {
  page: Page;
  t: Words;
  login: Login;
  /** Calls the API as this person. */
  api: Api;
}

export interface Api {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

export interface Wish {
  size?: Size;
  language?: Language;
}

export class People {
  readonly faults: string[] = [];
  #expected: RegExp[] = [];
  readonly #browser: Browser;
  readonly #folder: string;

  constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  /** Says of an error in the console that the test brings it about. */
  expects(error: RegExp): void {
    this.#expected.push(error);
  }

  /** Somebody who isn't signed in. */
  async stranger({ size = 'desk', language = 'cs' }: Wish = {}, state?: string): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: SIZES[size],
      locale: { cs: 'cs-CZ', pl: 'pl-PL', en: 'en-GB' }[language],
      timezoneId: 'Europe/Prague',
      baseURL: stack().web,
      extraHTTPHeaders: await fromElsewhere(),
      reducedMotion: 'reduce',
      ...(state && { storageState: state }),
    });
    await context.addInitScript((spoken) => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
      // An empty page has no storage.
      if (!location.protocol.startsWith('http')) return;
      if (!localStorage.getItem('language')) localStorage.setItem('language', spoken);
    }, language);
    context.on('page', (page) => this.#watch(page));
    return context.newPage();
  }

  /** Somebody of the demo, signed in: by hand the first time in a run. */
  async demo(role: string, wish: Wish = {}): Promise<Person> {
    return this.#signedIn(loginOf(role), wish);
  }

  /** The customer of the crowd with this number, invited if nobody did before. Few are
   * enough: one address may sign in thirty times in five minutes. */
  async guest(customer: string, wish: Wish = {}): Promise<Person> {
    const login = await this.#guestLogin(customer, wish.language ?? 'cs');
    return this.#signedIn(login, wish);
  }

  /** An operator's calls, without a page. */
  async operator(): Promise<Person> {
    return this.demo('operator', { language: 'cs' });
  }

  async #signedIn(login: Login, wish: Wish): Promise<Person> {
    const file = join(this.#folder, `${login.role}.json`);
    const page = await this.stranger(wish, existsSync(file) ? file : undefined);
    const t = wordsOf(wish.language ?? 'cs');
    const api = apiOf(page);
    if (!existsSync(file)) {
      await signIn(page, login);
      await page.context().storageState({ path: file });
    }
    const me = await api.get<{ language: Language; mail: object }>('/api/account/me');
    const language = wish.language ?? 'cs';
    if (me.language !== language) {
      const answer = await page.request.put('/api/account/me/preferences', {
        headers: HEADERS,
        data: { language, mail: me.mail },
      });
      await ok(answer);
    }
    await page.goto('/');
    await page.evaluate((spoken) => localStorage.setItem('language', spoken), language);
    await page.reload();
    await page.locator('main h1').first().waitFor();
    return { page, t, login, api };
  }

  async #guestLogin(customer: string, language: Language): Promise<Login> {
    const role = `guest-${customer}`;
    const file = join(this.#folder, `${role}.json`);
    const known = { role, password: GUEST_PASSWORD, customers: [customer] };
    const operator = await this.operator();
    const office = `/api/account/office/customers/${customer}`;
    const found = await operator.api.get<{ contact: { email: string } }>(office);
    const login = { ...known, login: found.contact.email };
    const users = `/api/auth/office/customers/${customer}`;
    const list = await operator.api.get<{ users: { email: string }[] }>(`${users}/users`);
    if (!existsSync(file) && !list.users.some(({ email }) => email === login.login)) {
      const body = { email: login.login, language };
      await operator.api.post(`${users}/invitations`, body);
      const mail = await mailTo(login.login, ({ text }) => /#request=/.test(text));
      const requested = /request=([0-9a-f]+)/.exec(mail.text)![1];
      await operator.api.post('/api/auth/activate', {
        request: requested,
        email_code: codeIn(mail),
        password: GUEST_PASSWORD,
      });
    }
    await operator.page.context().close();
    return login;
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const text = `${message.text()} ${message.location().url}`;
      // What the API refuses is said on the page.
      if (/status of (401|403|409|422)/.test(text) && /\/api\//.test(text)) return;
      if (this.#expected.some((expected) => expected.test(text))) return;
      this.faults.push(text);
    });
  }
}

const HEADERS = { 'x-meterside': '1' };

function apiOf(page: Page): Api {
  return {
    get: async (path) => ok(await page.request.get(path, { headers: HEADERS })),
    post: async (path, data) =>
      ok(
        await page.request.post(path, {
          headers: { ...HEADERS, 'idempotency-key': crypto.randomUUID() },
          data,
        }),
      ),
  };
}

async function ok<T>(answer: APIResponse): Promise<T> {
  const text = await answer.text();
  expect(answer.ok(), `${answer.url()}: ${answer.status()} ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Signs in by hand, with the second factor if the login has one. */
export async function signIn(page: Page, login: Login): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name=login]').fill(login.login);
  await page.locator('input[name=password]').fill(login.password);
  await page.locator('form button[type=submit]').click();
  if (login.totp_secret) await typeCode(page, login.totp_secret);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.locator('main h1').first().waitFor();
}

/** Types the second factor; one that was used in this half minute is typed anew. */
async function typeCode(page: Page, secret: string): Promise<void> {
  const field = page.locator('input[name=code]');
  await field.waitFor();
  await accessible(page);
  let typed = '';
  await expect(async () => {
    // Only another code is tried: failures are counted.
    expect(codeOf(secret)).not.toBe(typed);
    typed = codeOf(secret);
    await field.fill(typed);
    const answered = page.waitForResponse(/auth\/sign-in/);
    await field.press('Enter');
    expect((await answered).status()).toBe(200);
  }).toPass({ timeout: 95_000, intervals: [1_000] });
}

/** What a page must always hold: no violation that axe knows, nothing cut off. */
export async function good(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await expect(page.locator('.bones')).toHaveCount(0);
  await accessible(page);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `${page.url()} is wider than its screen`).toBeLessThanOrEqual(0);
}

/** Loads the page again until what is awaited is there: the work behind it takes a while. */
export async function until(page: Page, there: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await there().catch(async (missing) => {
      await page.reload();
      await page.locator('main h1').first().waitFor();
      throw missing;
    });
  }).toPass({ timeout: 90_000, intervals: [500] });
}

/** Takes back what an earlier run left open about this subject. */
export async function withdrawOpen(person: Person, customer: string, kind: string): Promise<void> {
  const path = `/api/changes/customers/${customer}/changes`;
  const list = await person.api.get<{ changes: { id: string; kind: string; state: string }[] }>(
    path,
  );
  for (const change of list.changes) {
    if (change.kind === kind && change.state === 'proposed') {
      await person.api.post(`${path}/${change.id}/withdraw`, {});
    }
  }
}

export const test = base.extend<{ people: People }>({
  people: async ({ browser }, use) => {
    // Of this run, also when a failure begins a new worker.
    const people = new People(browser, join(tmpdir(), `meterside-browsers-${process.ppid}`));
    await use(people);
    expect(people.faults, 'nothing goes wrong unseen, and the policy refuses nothing').toEqual([]);
    for (const context of browser.contexts()) await context.close();
  },
});
