// The README's pictures, from a running stack: npm run screenshots
// (METERSIDE_STACK names its stack.json; without it, that of `cargo xtask up`).
// What is sent for a picture is withdrawn again.
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const root = new URL('../../', import.meta.url);
const file = process.env.METERSIDE_STACK ?? new URL('target/local/stack.json', root);
const stack = JSON.parse(readFileSync(file, 'utf8'));
const folder = new URL('docs/screenshots/', root);
const LARGEST = 200_000;
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const LANGUAGE = 'en';
const HEADERS = { 'x-meterside': '1' };

const login = (role) => stack.logins.find((one) => one.role === role);
const household = login('household_two_register');
const customer = household.customers[0];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

/** What an authenticator app shows for this secret. */
function codeOf(secret) {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const turn = Buffer.alloc(8);
  turn.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const key = Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
  const mac = createHmac('sha1', key).update(turn).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const states = new Map();
async function signedIn(who, size) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'Europe/Prague',
    baseURL: stack.web,
    reducedMotion: 'reduce',
    storageState: who && states.get(who.role),
  });
  if (who && !states.has(who.role)) {
    await enter(context, who);
    states.set(who.role, await context.storageState());
  }
  await context.addInitScript((language) => {
    if (location.protocol.startsWith('http')) localStorage.setItem('language', language);
  }, LANGUAGE);
  return context;
}

/** Signs in; a code that was used in this half minute is waited out. */
async function enter(context, who) {
  for (let turn = 0; ; turn += 1) {
    const data = { login: who.login, password: who.password };
    if (who.totp_secret) data.code = codeOf(who.totp_secret);
    const answer = await context.request.post('/api/auth/sign-in', { headers: HEADERS, data });
    if (answer.ok()) break;
    if (turn === 8) throw new Error(`${who.role} can't sign in: ${await answer.text()}`);
    await new Promise((go) => setTimeout(go, 10_000));
  }
  const me = await (await context.request.get('/api/account/me')).json();
  await context.request.put('/api/account/me/preferences', {
    headers: HEADERS,
    data: { language: LANGUAGE, mail: me.mail },
  });
}

async function picture(name, who, path, act) {
  for (const size of Object.keys(SIZES)) {
    const context = await signedIn(who, size);
    const page = await context.newPage();
    await page.goto(path);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await act?.(page, size);
    await page.evaluate(() => document.activeElement?.blur());
    const to = new URL(`${name}-${size}.webp`, folder);
    await save(page, to);
    console.log(`${name}-${size}: ${Math.round(statSync(to).size / 1000)} kB`);
    if (statSync(to).size > LARGEST) throw new Error(`${to.pathname} is too large`);
    await context.close();
  }
}

/** As WebP, which Chromium writes itself: a quarter of the PNG. */
async function save(page, to) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  writeFileSync(to, Buffer.from(data, 'base64'));
}

const context = await signedIn(household, 'desk');
const get = async (path) => (await context.request.get(path)).json();
const ours = `/api/changes/customers/${customer}/changes`;
const withdraw = (id) =>
  context.request.post(`${ours}/${id}/withdraw`, { headers: HEADERS, data: {} });
for (const one of (await get(ours)).changes) {
  if (one.state === 'proposed') await withdraw(one.id);
}
const { meters } = await get(`/api/readings/customers/${customer}/meters`);
const meter = meters.find((one) => one.may_send.allowed && one.registers.length === 2);
const readings = `/api/readings/customers/${customer}/meters/${meter.id}`;
const history = (await get(readings)).readings;
const last = history[0];
const next = Object.fromEntries(
  Object.entries(last.values).map(([code, value]) => [code, Math.round(Number(value) + 40)]),
);

await picture('sign-in', undefined, '/sign-in');
await picture('home', household, `/c/${customer}`);
await picture('meter', household, `/c/${customer}/meters/${meter.id}`, (page, size) =>
  page.locator(size === 'phone' ? 'figure' : 'main h1').evaluate((node) => node.scrollIntoView()),
);
await picture(
  'question',
  household,
  `/c/${customer}/meters/${meter.id}/send`,
  async (page, size) => {
    await page.locator('input[name=VT]').fill(String(next.NT));
    await page.locator('input[name=NT]').fill(String(next.VT));
    await page.locator('form button[type=submit]').click();
    await page.locator('.asked').waitFor();
    await page
      .locator(size === 'phone' ? '.asked' : 'form')
      .first()
      .scrollIntoViewIfNeeded();
    if (size === 'phone') await page.locator('.asked').evaluate((node) => node.scrollIntoView());
    else await page.locator('.asked').evaluate((node) => node.scrollIntoView({ block: 'end' }));
  },
);

// A swapped reading that its customer insists on is what an operator has to look at.
const answer = await context.request.post(`${readings}/readings`, {
  headers: { ...HEADERS, 'idempotency-key': crypto.randomUUID() },
  data: {
    read_on: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Prague' }).format(new Date()),
    values: { VT: String(next.VT + 900), NT: String(next.NT) },
    confirmed: ['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12'],
  },
});
if (!answer.ok()) throw new Error(`the reading was not taken: ${await answer.text()}`);
const { change } = await answer.json();
try {
  await picture('work-list', login('operator'), '/office', async (page) => {
    await page.locator('.list li', { hasText: meter.serial }).locator('.open').click();
    await page.locator('.detail h2').waitFor();
    await page.waitForLoadState('networkidle');
  });
} finally {
  await withdraw(change);
}

// The newest reading that went all the way; before any did, the withdrawn one.
const { changes } = await get(ours);
const shown = changes.find((one) => one.state === 'applied') ?? changes[0];
await picture('request', household, `/c/${customer}/requests/${shown.id}`, (page) =>
  page
    .locator('main h2')
    .first()
    .evaluate((node) => node.scrollIntoView()),
);
await browser.close();
