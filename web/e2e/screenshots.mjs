// Pictures of the main pages on the fake API: node e2e/screenshots.mjs <folder> [name...]
// A preview must be running (npm run preview).
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';

const [folder = 'screenshots', ...only] = process.argv.slice(2);
const BASE = process.env.BASE ?? 'http://127.0.0.1:25174';
const PASSWORD = 'tri-zelene-kopce-a-reka';
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };

const anna = 'anna@posta.example';
const PAGES = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-up', path: '/sign-up' },
  { name: 'activate', path: '/activate?sent=1#request=rq-1&code=12345678' },
  { name: 'help', path: '/help' },
  { name: 'not-found', path: '/nowhere' },
  { name: 'home', path: '/c/C-1001', as: anna },
  { name: 'profile', path: '/c/C-1001/profile', as: anna },
  { name: 'contact', path: '/c/C-1001/profile/contact', as: anna },
  { name: 'requests', path: '/c/C-1001/requests', as: anna },
  { name: 'request', path: '/c/C-1001/requests/CH-0900', as: anna },
  { name: 'documents', path: '/c/C-1001/invoices', as: anna },
  { name: 'settlement', path: '/c/C-1001/invoices/2510002001', as: anna },
  { name: 'water', path: '/c/C-1001/invoices/2505001001', as: anna },
  { name: 'wrong', path: '/c/C-1001/invoices/2410002001', as: anna },
  { name: 'overdue', path: '/c/C-1001/invoices/2603000071', as: anna },
  { name: 'balance', path: '/c/C-1001/balance', as: anna },
  { name: 'pay', path: '/c/C-1001/pay?receivables=P-2603000071,P-2605000412', as: anna },
  { name: 'payments', path: '/c/C-1001/payments', as: anna },
  { name: 'advances', path: '/c/C-1001/advances', as: anna },
  { name: 'order', path: '/c/C-1001/standing-order/OM-2001', as: anna },
  { name: 'settlements', path: '/c/C-1001/settlements?point=OM-2001', as: anna },
  { name: 'rainwater', path: '/c/C-1001/rainwater', as: anna },
  { name: 'papers', path: '/c/C-1001/papers', as: anna },
  { name: 'point', path: '/c/C-1001/supply-points/OM-1001', as: anna },
  { name: 'expired', path: '/expired', as: anna },
  { name: 'group', path: '/group', as: 'spravce@domy.example' },
  { name: 'security', path: '/security', as: anna },
  { name: 'password', path: '/security/password', as: anna },
  { name: 'journal', path: '/security/journal', as: anna },
  { name: 'customers', path: '/customers', as: 'spravce@domy.example' },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

for (const language of (process.env.LANGS ?? 'cs').split(',')) {
  for (const theme of (process.env.THEMES ?? 'light').split(',')) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const { name, path, as } of PAGES) {
        if (only.length > 0 && !only.includes(name)) continue;
        const context = await browser.newContext({
          viewport,
          colorScheme: theme,
          locale: language,
          timezoneId: 'Europe/Prague',
          reducedMotion: 'reduce',
        });
        await context.addCookies([{ name: 'world', value: `shot-${language}`, url: BASE }]);
        const page = await context.newPage();
        await page.clock.setFixedTime(new Date('2026-05-04T10:00:00Z'));
        page.on('console', (m) => m.type() === 'error' && console.log(name, m.text()));
        page.on('pageerror', (e) => console.log(name, e.message));
        await page.addInitScript((l) => localStorage.setItem('language', l), language);
        if (as) {
          await page.goto(`${BASE}/sign-in`);
          await page.locator('input[name=login]').fill(as);
          await page.locator('input[name=password]').fill(PASSWORD);
          await page.locator('button[type=submit]').click();
          await page.waitForURL((url) => url.pathname !== '/sign-in');
          await page.waitForLoadState('networkidle');
          await page.evaluate((l) => localStorage.setItem('language', l), language);
          if (language !== 'cs') {
            await page.locator(`footer button[lang=${language}]`).click();
            await page.waitForLoadState('networkidle');
          }
        }
        await page.goto(`${BASE}${path}`);
        await page.waitForLoadState('networkidle');
        await page.locator('main h1').first().waitFor();
        await page.waitForTimeout(150);
        const file = `${folder}/${name}-${size}-${language}-${theme}.png`;
        await page.screenshot({ path: file, fullPage: true });
        await context.close();
      }
    }
  }
}
await browser.close();
