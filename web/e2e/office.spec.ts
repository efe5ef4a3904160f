// A customer's money, as an operator sees it: all of it, and nothing to be done.
import type { Page } from '@playwright/test';
import { accessible, expect, PASSWORD, test } from './world.ts';

const OFFICE = '/office/customers/C-1001';
const PAGES = [
  'invoices',
  'invoices/2410002001',
  'invoices/2603000071',
  'balance',
  'payments',
  'advances',
];

test.use({ viewport: { width: 1280, height: 900 } });

/** What only a customer does: pay, choose what to pay, complain, wish. */
async function readOnly(page: Page): Promise<void> {
  const main = page.locator('main');
  await expect(main.getByText('Každé nahlédnutí se zapíše do jeho deníku.')).toBeVisible();
  await expect(main.locator('a[href^="/c/"], a[href^="mailto:"]')).toHaveCount(0);
  await expect(main.locator('input[type=checkbox], textarea')).toHaveCount(0);
}

test('an operator sees the money of a customer and only reads', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (/^\/api\/\w+\/customers\//.test(path)) foreign.push(path);
  });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('otto@vzorov.example');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Přihlásit se' }).click();
  await page.getByLabel('Ověřovací kód').fill('123 456');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/office');

  await page.goto(OFFICE);
  await page.getByRole('link', { name: 'Faktury a zůstatek' }).click();
  await expect(page).toHaveURL(`${OFFICE}/invoices`);
  await expect(page.locator('main')).toContainText('Anna Ukázková');
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(8);
  await page.getByLabel('Odběrné místo').selectOption('Byt 4');
  await expect(page).toHaveURL(/point=OM-1001/);
  await page.getByLabel('Odběrné místo').selectOption('');
  await page.getByLabel('Stav').selectOption('overdue');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Po splatnosti 12 dní');
  await page.getByLabel('Stav').selectOption('');
  await page.getByLabel('Hledat podle čísla dokladu').fill('2510002');
  await rows.getByRole('link', { name: '2510002001' }).click();

  // What it came to, and its file; the one that nobody has had made isn't there.
  await expect(page).toHaveURL(`${OFFICE}/invoices/2510002001`);
  await expect(page.getByText('souhlasí do haléře')).toBeVisible();
  await page.getByRole('button', { name: 'Stáhnout PDF' }).click();
  await expect(page.getByText('Tento soubor ještě není.')).toBeVisible();
  await accessible(page);
  await page.getByText('Pro účetní programy').click();
  const data = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ISDOC' }).click();
  expect((await data).suggestedFilename()).toBe('2510002001.isdoc');
  await page.getByRole('link', { name: 'měřidlo č. E-88120' }).click();
  await expect(page).toHaveURL(`${OFFICE}/meters/M-2001`);
  await page.goBack();

  await page.getByRole('link', { name: 'Faktury a vyúčtování' }).click();
  await page.getByRole('link', { name: 'K zaplacení' }).click();
  await expect(page.getByText('Z toho po splatnosti 1 240,00 Kč')).toBeVisible();
  await expect(page.getByText('Po splatnosti 12 dní')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Zaplatit' })).toHaveCount(0);

  for (const path of PAGES) {
    await page.goto(`${OFFICE}/${path}`);
    await page.waitForLoadState('networkidle');
    await readOnly(page);
    await accessible(page);
  }
  await expect(page.getByText('2 640,00 Kč').first()).toBeVisible();
  await page.getByRole('link', { name: 'Platby', exact: true }).click();
  await page.getByRole('link', { name: '2602000031' }).click();
  await expect(page).toHaveURL(`${OFFICE}/invoices/2602000031`);
  expect(foreign, 'the routes of customers are not an operator’s').toEqual([]);
});
