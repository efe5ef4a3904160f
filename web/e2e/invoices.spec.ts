// Invoices, what is owed, and paying it.
import { accessible, bring, expect, signIn, test } from './world.ts';

const ANNA = 'anna@posta.example';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const PAGES = [
  '/c/C-1001/invoices',
  '/c/C-1001/invoices/2510002001',
  '/c/C-1001/invoices/2505001001',
  '/c/C-1001/invoices/2410002001',
  '/c/C-1001/invoices/2603000071',
  '/c/C-1001/balance',
  '/c/C-1001/pay?receivables=P-2603000071,P-2605000412',
  '/c/C-1001/payments',
  '/c/C-1001/advances',
  '/c/C-1001/standing-order/OM-2001',
  '/c/C-1001/settlements?point=OM-2001',
  '/c/C-1001/rainwater',
  '/c/C-1001/papers',
  '/c/C-1001/supply-points/OM-1001',
  '/expired',
];

for (const [name, size] of Object.entries({ phone: PHONE, desk: DESK })) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport: size });

    test('documents are listed, found, filtered and sorted', async ({ page }) => {
      await signIn(page, ANNA);
      await page.getByRole('link', { name: 'Faktury', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Faktury a vyúčtování');
      const rows = page.locator('tbody tr');
      await expect(rows).toHaveCount(8);
      const overdue = rows.filter({ hasText: '2603000071' });
      await expect(overdue.getByText('Po splatnosti 12 dní')).toBeVisible();
      await accessible(page);
      await page.getByRole('button', { name: 'Zobrazit další' }).click();
      await expect(rows).toHaveCount(16);

      await page.getByLabel('Hledat podle čísla dokladu').fill('2510002');
      await expect(rows).toHaveCount(1);
      await expect(page).toHaveURL(/q=2510002/);
      await page.getByLabel('Hledat podle čísla dokladu').fill('999');
      await expect(page.getByText('Takový doklad tu není')).toBeVisible();
      await page.getByRole('button', { name: 'Zobrazit všechny doklady' }).click();

      if (!(await page.getByLabel('Stav').isVisible())) {
        await page.getByText('Filtrovat a řadit').click();
      }
      await page.getByLabel('Stav').selectOption('overdue');
      await expect(rows).toHaveCount(1);
      await page.getByLabel('Stav').selectOption('');
      await page.getByLabel('Řadit').selectOption('due');
      await expect(rows.first()).toContainText('2602000031');
    });

    test('a settlement says how it came to its sum', async ({ page }) => {
      await signIn(page, ANNA);
      await page.goto('/c/C-1001/invoices/2510002001');
      await expect(page.getByText(/^Na zálohách jste zaplatili 25.200,00.Kč/)).toBeVisible();
      await expect(page.getByText('souhlasí do haléře')).toBeVisible();
      const line = page.getByRole('button', { name: 'Systémové služby' });
      await line.click();
      await expect(line).toHaveAttribute('aria-expanded', 'true');
      await expect(page.getByText('18 420,5 − 16 608,0')).toBeVisible();
      await expect(page.getByText('Cena podle ceníku D25d-2024.')).toBeVisible();
      await accessible(page);
      await page.getByRole('link', { name: 'měřidlo č. E-88120' }).click();
      await expect(page).toHaveURL('/c/C-1001/meters/M-2001');
      await page.getByRole('link', { name: '2410002001' }).click();
      await expect(page.getByText('Přepočítali jsme to: 2 údaje nesouhlasí')).toBeVisible();
    });

    test('what is owed is put into a basket and paid', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await signIn(page, ANNA);
      await page.getByRole('link', { name: 'Zaplatit' }).click();
      const basket = page.getByRole('region', { name: 'Vybráno k zaplacení' });
      await expect(basket).toContainText('4 310,00 Kč');
      await expect(page.getByText('Z toho po splatnosti 1 240,00 Kč')).toBeVisible();
      await expect(page.getByText('Po splatnosti 12 dní')).toBeVisible();
      await accessible(page);
      await page.getByLabel('Záloha', { exact: true }).uncheck();
      await expect(basket).toContainText('1 670,00 Kč');
      await page.getByLabel('Vybrat vše').uncheck({ force: true });
      await page.getByLabel('Vybrat vše').check();
      await expect(basket).toBeInViewport();
      await basket.getByRole('link', { name: 'Zaplatit' }).click();

      await expect(page.getByAltText(/^QR Platba na 4.310,00.Kč$/)).toBeVisible();
      await page.getByRole('button', { name: 'Zkopírovat Částka' }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('4310.00');
      await page.getByRole('button', { name: 'Zkopírovat text kódu' }).click();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toContain('SPD*1.0*ACC:CZ6508000000192000145399*AM:4310.00*CC:CZK');
      await accessible(page);

      // What was chosen is still chosen on the way back.
      await page.goBack();
      await expect(basket).toContainText('Vybrány 3 položky');
    });
  });
}

test('a wrong bill is said in words, with the complaint written', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/invoices/2410002001');
  const found = page.getByRole('region', { name: /2 údaje nesouhlasí/ });
  await expect(found.getByRole('row')).toHaveCount(3);
  await expect(found).toContainText('Silová elektřina VT: jednotková cena není ta z ceníku');
  await expect(found).toContainText('2 990,00');
  const letter = await found.getByRole('link', { name: 'Reklamovat rozdíl' }).getAttribute('href');
  expect(letter).toMatch(/^mailto:zakaznici@vzorov.example\?subject=/);
  expect(decodeURIComponent(letter!)).toMatch(/na dokladu 2.990,00, vypočteno 2.890,00/);
  await found.getByRole('link', { name: 'Upravit text' }).click();
  await page.getByLabel('Text reklamace').fill('Moje slova.');
  await page.getByRole('button', { name: 'Zkopírovat text' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Moje slova.');
});

test('a document is typeset, downloaded, and its address expires', async ({ page }) => {
  await signIn(page, ANNA);
  await page.clock.install({ time: new Date('2026-05-04T10:00:00Z') });
  await page.goto('/c/C-1001/invoices/2510002001');
  const button = page.getByRole('button', { name: 'Stáhnout PDF' });
  const coming = page.waitForEvent('download');
  await button.click();
  expect((await coming).suggestedFilename()).toBe('faktura-2510002001.pdf');
  await expect(page.getByText('Stahuje se faktura-2510002001.pdf.')).toBeVisible();
  await accessible(page);
  await page.clock.fastForward('02:00');
  await expect(page.getByText('Odkaz už neplatí.')).toBeVisible();
  const again = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Získat nový' }).click();
  await again;
  await page.getByText('Pro účetní programy').click();
  const data = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ISDOC' }).click();
  expect((await data).suggestedFilename()).toBe('2510002001.isdoc');
});

test('a download that fails says so and can be tried again', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/papers');
  const first = page.getByRole('button', { name: 'Stáhnout S-2019-1001' });
  await first.waitFor();
  await bring(page, { broken: true });
  await first.click();
  await expect(page.getByText('Služba je právě přetížená.')).toBeVisible();
  await bring(page, { broken: false });
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Zkusit znovu' }).click();
  expect((await coming).suggestedFilename()).toBe('smlouva-D-1.pdf');
});

test('what was paid meanwhile is not paid twice', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/pay?receivables=P-2603000071,P-0');
  await expect(page.getByText('Něco z toho už je zaplacené')).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'Vybrat, co zaplatit' }).click();
  await expect(page).toHaveURL('/c/C-1001/balance');
});

test('each bar of the chart leads to its settlement', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/settlements?point=OM-2001');
  await page.getByRole('button', { name: 'Denní průměr' }).click();
  const bar = page.getByRole('link', { name: /^Vyúčtování 2410002001.*14,6 kWh za den$/ });
  await bar.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/c/C-1001/invoices/2410002001');
  await page.goBack();
  await page.getByLabel('Odběrné místo').selectOption('Byt 4');
  await expect(page.getByRole('link', { name: '2505001001', exact: true })).toBeVisible();
});

test('a standing order that is too low is said, with a new one', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/advances');
  await expect(page.getByText('Váš trvalý příkaz je teď o 240,00 Kč nižší')).toBeVisible();
  await page.getByRole('link', { name: 'Nastavit novou částku' }).click();
  await expect(page.getByRole('img', { name: 'Trvalý příkaz' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Souhlas s inkasem' })).toBeVisible();
});

test('a manager sees the whole group, and can export it', async ({ page }) => {
  await signIn(page, 'spravce@domy.example');
  await page.getByRole('link', { name: 'Platby všech zákazníků' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(50);
  await expect(page.getByText('135 000,00 Kč')).toBeVisible();
  await accessible(page);
  const csv = page.getByRole('link', { name: 'CSV' });
  await expect(csv).toHaveAttribute('href', '/api/invoices/group/export?form=csv&what=receivables');
  await page.getByRole('button', { name: 'Neuhrazené' }).click();
  await expect(page.getByText('Po splatnosti 10 dní').first()).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Doklady' }).click();
  await page.getByLabel('Stav').selectOption('overdue');
  await expect(csv).toHaveAttribute('href', /what=documents/);
  await expect(page.getByText('Nic tu není')).toBeVisible();
});

test('a payment is printed without what only a screen needs', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/pay?receivables=P-2603000071');
  await page.getByAltText(/QR Platba/).waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('19-2000145399/0800')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

for (const width of [320, 390, 1280]) {
  test(`no page about money is wider than a screen of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, ANNA);
    for (const path of PAGES) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every page about money can be read in ${scheme}`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(page, ANNA);
    for (const path of PAGES) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('html')).toHaveAttribute('data-theme', scheme);
      await accessible(page);
    }
  });
}
