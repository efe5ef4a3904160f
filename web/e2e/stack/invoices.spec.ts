// Money: from the list to the sum that computes again, and to the file; from
// what is owed to the code that a bank's application reads.
import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import type { Page } from '@playwright/test';
import { expect, good, test, type Person } from './world.ts';

interface Listed {
  number: string;
  kind: string;
  has_file: boolean;
  has_breakdown: boolean;
}

async function documentsOf({ api, login }: Person): Promise<Listed[]> {
  const path = `/api/invoices/customers/${login.customers[0]}/documents`;
  return (await api.get<{ documents: Listed[] }>(path)).documents;
}

/** Downloads the PDF of the document that the page shows. */
async function downloaded({ page, t }: Person): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: t('download-pdf') }).click();
  const file = await coming;
  const name = file.suggestedFilename();
  await expect(page.getByText(t('download-there', { name }))).toBeVisible();
  return { name, bytes: await readFile(await file.path()) };
}

function expectPdf({ name, bytes }: { name: string; bytes: Buffer }, number: string): void {
  expect(name).toBe(`${number.replaceAll('/', '-')}.pdf`);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.subarray(-1024).toString('latin1')).toContain('%%EOF');
}

/** What a telephone reads from the code on the page. */
async function scanned(page: Page): Promise<string | undefined> {
  const code = page.locator('main img[src^="data:image/svg"]').first();
  await code.waitFor();
  const side = 600;
  const pixels = await code.evaluate((image, size) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, size, size);
    context.drawImage(image as HTMLImageElement, 0, 0, size, size);
    return [...context.getImageData(0, 0, size, size).data];
  }, side);
  return jsQR(new Uint8ClampedArray(pixels), side, side)?.data;
}

test('from the list to the settlement, its chart, and billing’s own PDF (cs, desk)', async ({
  people,
}) => {
  const person = await people.demo('household_two_register', { language: 'cs', size: 'desk' });
  const { page, t, login } = person;
  const customer = login.customers[0]!;
  const documents = await documentsOf(person);
  const settlement = documents.find((one) => one.kind === 'settlement' && one.has_file)!;

  await page.goto(`/c/${customer}/invoices`);
  await good(page);
  await page.getByRole('link', { name: settlement.number }).click();
  await expect(page).toHaveURL(`/c/${customer}/invoices/${settlement.number}`);
  await expect(page.getByRole('heading', { name: t('check-agrees') })).toBeVisible();
  await good(page);
  expectPdf(await downloaded(person), settlement.number);

  await page.goto(`/c/${customer}/settlements`);
  await good(page);
  const bars = page.locator('svg a[aria-label]');
  expect(await bars.count()).toBeGreaterThanOrEqual(3);
  await page.getByRole('button', { name: t('settlements-daily') }).click();
  const bar = page.locator(`svg a[href$="/${settlement.number}"]`);
  await bar.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/c/${customer}/invoices/${settlement.number}`);
});

test('what is owed is chosen and paid with a code that reads as it says (pl, phone)', async ({
  people,
}) => {
  const person = await people.demo('household_polish', { language: 'pl', size: 'phone' });
  const { page, t, login } = person;
  const customer = login.customers[0]!;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/c/${customer}/balance`);
  await good(page);
  const basket = page.getByRole('region', { name: t('basket') });
  const sum = (await basket.locator('strong').innerText()).trim();
  await basket.getByRole('link', { name: t('pay') }).click();
  await page.getByRole('button', { name: t('qr-copy') }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(await scanned(page)).toBe(text);
  // Recipient, country, account of 26 digits, amount in grosze (ZBP).
  const amount = sum.replace(/\D/g, '').padStart(6, '0');
  expect(text).toMatch(new RegExp(`^\\d*\\|PL\\|\\d{26}\\|${amount}\\|`));
  await good(page);
});

test('what billing sent without a file is typeset, once, and so is a slip (en, phone)', async ({
  people,
}) => {
  const person = await people.demo('household_water', { language: 'en', size: 'phone' });
  const { page, t, login } = person;
  const customer = login.customers[0]!;
  const documents = await documentsOf(person);
  const bare = documents.find((one) => one.has_breakdown && !one.has_file)!;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/c/${customer}/invoices/${bare.number}`);
  await good(page);
  const first = await downloaded(person);
  expectPdf(first, bare.number);
  await page.reload();
  const second = await downloaded(person);
  expect(second.bytes.equals(first.bytes), 'made once, and kept').toBe(true);
  await good(page);

  await page.goto(`/c/${customer}/balance`);
  await page
    .getByRole('region', { name: t('basket') })
    .getByRole('link', { name: t('pay') })
    .click();
  await page.getByRole('button', { name: t('qr-copy') }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^SPD\*1\.0\*ACC:CZ\d{22}/);
  expect(await scanned(page)).toBe(text);
  await good(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: t('pay-slip') }).click();
  const slip = await coming;
  expect((await readFile(await slip.path())).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});
