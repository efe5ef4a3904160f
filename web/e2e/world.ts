// What every browser test begins with: a world of its own, at its own time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import { NOW, PASSWORD } from './fake/world.ts';

export { expect, PASSWORD };

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = readFileSync(axeFile, 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

let count = 0;

export const test = base.extend({
  page: async ({ page, context, baseURL }, use, info) => {
    const world = `w${process.pid}-${info.workerIndex}-${++count}`;
    await context.addCookies([{ name: 'world', value: world, url: baseURL! }]);
    await page.clock.setFixedTime(new Date(NOW));
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (
        message.type() === 'error' &&
        !/status of (401|403|404|409|422|503)|ERR_INTERNET/.test(message.text())
      ) {
        faults.push(message.text());
      }
    });
    await use(page);
    expect(faults, 'nothing goes wrong unseen, and the policy refuses nothing').toEqual([]);
  },
});

/** Signs in by hand, as a person does. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Brings about in the fake API what only time or a failure would. */
export async function bring(page: Page, what: object): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const headers = { 'x-meterside': '1', 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch('/api/auth/fake', sent)).status;
  }, what);
  expect(status).toBe(204);
}

/** No violation of WCAG 2.2 A and AA that axe knows. */
export async function accessible(page: Page): Promise<void> {
  // A page that is still on its way has no heading yet, whatever it will be.
  await expect(page.locator('h1').first()).toBeAttached();
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const axe = (
      window as unknown as { axe: { run: (o: object) => Promise<{ violations: unknown }> } }
    ).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run({ runOnly: tags })).violations as Violation[];
  });
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
  );
  expect(told).toEqual([]);
}
