// Forms of wishes about money: what is refused, what is kept, what is sent.
import { accessible, expect, signIn, test } from './world.ts';

const ANNA = 'anna@posta.example';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const SENT = 'Odesláno. Dáme vám vědět, jak to dopadlo.';

for (const [name, size] of Object.entries({ phone: PHONE, desk: DESK })) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport: size });

    test('a wrong account number names its rule, and stays typed', async ({ page }) => {
      await signIn(page, ANNA);
      await page.goto('/c/C-1001/balance');
      await page.getByRole('link', { name: 'Změnit způsob placení' }).click();
      await accessible(page);
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await expect(page.getByText('Vyberte: Jak chcete platit').first()).toBeVisible();
      await page.getByRole('radio', { name: 'Inkasem' }).check();
      const account = page.getByLabel('Účet, ze kterého máme strhávat');
      for (const [typed, words] of [
        ['19-2000145398/0800', 'Zkontrolujte číslice před lomítkem.'],
        ['18-2000145399/0800', 'Zkontrolujte číslice před pomlčkou.'],
        ['2000145399/80', 'Kód banky má čtyři číslice.'],
        ['CZ65080000001920001453', 'IBAN má jinou délku'],
        ['CZ6608000000192000145399', 'IBAN nesedí s kontrolními číslicemi'],
      ] as const) {
        await account.fill(typed);
        await page.getByRole('button', { name: 'Odeslat žádost' }).click();
        await expect(page.locator('.wrong')).toContainText(words);
        await expect(account).toHaveAttribute('aria-invalid', 'true');
        await expect(account).toHaveValue(typed);
      }
      await accessible(page);
      await account.fill('CZ6508000000192000145399');
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await expect(page.getByText(SENT)).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Změna způsobu placení');

      // The same again is already on its way.
      await page.goto('/c/C-1001/wishes/payment-method');
      await page.getByRole('radio', { name: 'Přes SIPO' }).check();
      await page.getByLabel('Spojovací číslo SIPO').fill('12345');
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await expect(page.locator('.wrong')).toContainText('má deset číslic');
      await page.getByLabel('Spojovací číslo SIPO').fill('1234567890');
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await expect(page.getByText('Taková změna se už vyřizuje').first()).toBeVisible();
      await page.getByRole('link', { name: 'Zobrazit ji' }).click();
      await expect(page).toHaveURL(/requests\/CH-/);
      await page.goBack();
      await expect(page.getByLabel('Spojovací číslo SIPO')).toHaveValue('1234567890');
    });

    test('an advance is chosen within its bounds, beside what a year costs', async ({ page }) => {
      await signIn(page, ANNA);
      await page.goto('/c/C-1001/advances');
      await page.getByRole('link', { name: 'Změnit výši zálohy' }).click();
      await expect(page.getByText('Zvolit můžete 1 800,00 Kč až 4 200,00 Kč.')).toBeVisible();
      await expect(page.getByText('27 684,00 Kč')).toBeVisible();
      await accessible(page);
      const amount = page.getByLabel('Nová záloha v CZK');
      await amount.fill('900');
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await expect(page.locator('.wrong')).toContainText('Zadejte částku od 1 800,00 Kč');
      await page.getByRole('slider').press('End');
      await expect(amount).toHaveValue('4200');
      await page.getByRole('slider').press('Home');
      await expect(amount).toHaveValue('1800');
      await expect(page.getByText(/nedoplatek asi 6.084,00/)).toBeVisible();
      await page.getByRole('button', { name: /Použít 2.310,00/ }).click();
      await expect(amount).toHaveValue('2310');
      await page.getByLabel('Od které zálohy').selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await expect(page.getByText(SENT)).toBeVisible();
      await expect(page.getByText(/2.310,00.Kč/).first()).toBeVisible();
    });

    test('surfaces are declared anew, and greening them is tried', async ({ page }) => {
      await signIn(page, ANNA);
      await page.goto('/c/C-1001/rainwater');
      await page.getByRole('link', { name: 'Změnit plochy' }).click();
      await expect(page.getByText('61,31 m³', { exact: true })).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(size.width);
      await expect(page.getByText(/Ušetříte asi 1.406,00.Kč ročně/)).toBeVisible();
      await accessible(page);
      await page.getByRole('button', { name: 'Vložit do prohlášení' }).click();
      const surfaces = page.getByRole('group', { name: /^Plocha \d/ });
      await expect(surfaces).toHaveCount(3);
      await expect(surfaces.first().getByLabel('Výměra v m²')).toHaveValue('46');
      await expect(page.getByText('33,47 m³', { exact: true })).toBeVisible();

      await page.getByRole('button', { name: 'Přidat plochu' }).click();
      await expect(surfaces.nth(3).getByLabel('Druh plochy')).toBeFocused();
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await expect(page.locator('.wrong')).toContainText('Plocha 4: zadejte výměru');
      await page.getByRole('button', { name: 'Odebrat plochu 4' }).click();
      await expect(surfaces).toHaveCount(3);
      await accessible(page);
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await expect(page.getByText(SENT)).toBeVisible();
      await expect(page.getByText(/33,47/).first()).toBeVisible();
    });
  });
}

test('an overpayment is paid back to the account that is known', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/balance');
  await page.getByRole('link', { name: 'Vrátit na účet' }).click();
  await expect(page.getByLabel('Na který účet')).toHaveValue('2000145399/0800');
  await accessible(page);
  const boxes = page.getByRole('checkbox');
  for (const box of await boxes.all()) await box.uncheck();
  await page.getByRole('button', { name: 'Odeslat žádost' }).click();
  await expect(page.locator('.wrong')).toContainText('Vyberte alespoň jednu položku');
  await boxes.first().check();
  await page.getByRole('button', { name: 'Odeslat žádost' }).click();
  await expect(page.getByText(SENT)).toBeVisible();
});

test('a debt is asked to be paid in parts', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/balance');
  await page.getByRole('link', { name: 'Rozložit na splátky' }).click();
  await page.getByLabel('Počet měsíčních splátek').selectOption('4');
  await expect(page.getByText(/Celkem 1.240,00.Kč: 4 × asi 310,00.Kč/)).toBeVisible();
  await expect(page.getByText(/Poslední by byla 3. září 2026/)).toBeVisible();
  await accessible(page);
  await page.getByLabel('Kdy zaplatíte první').fill('2026-12-01');
  await page.getByRole('button', { name: 'Odeslat žádost' }).click();
  await expect(page.locator('.wrong')).toContainText('Datum nesmí být pozdější');
  await page.getByLabel('Kdy zaplatíte první').fill('2026-06-01');
  await page.getByRole('button', { name: 'Odeslat žádost' }).click();
  await expect(page.getByText(SENT)).toBeVisible();
});

test('a breaker is chosen by what it costs', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/supply-points/OM-2001');
  await page.getByRole('link', { name: 'Změnit příkon' }).click();
  await expect(page.getByText(/o 63,00.Kč míň než teď/)).toBeVisible();
  await page.getByRole('radio', { name: '3x32 A' }).check();
  await expect(page.getByText('Vyšší příkon musí unést přípojka.')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Odeslat žádost' }).click();
  await expect(page.getByText(SENT)).toBeVisible();
  await page.goto('/c/C-1001/wishes/capacity/OM-1001');
  await expect(page.getByText('Příkon se tu nerezervuje')).toBeVisible();
});

test('invoices come on paper again', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/balance');
  await page.getByRole('link', { name: 'Změnit zasílání faktur' }).click();
  await page.getByRole('button', { name: 'Odeslat žádost' }).click();
  await expect(page.locator('.wrong')).toContainText('Elektronicky už je dostáváte');
  await page.getByRole('radio', { name: 'Poštou' }).check();
  await accessible(page);
  await page.getByRole('button', { name: 'Odeslat žádost' }).click();
  await expect(page.getByText(SENT)).toBeVisible();
});

for (const language of ['Polski', 'English']) {
  test(`the forms speak ${language}`, async ({ page }) => {
    await signIn(page, ANNA);
    await page.getByRole('button', { name: language }).click();
    for (const form of [
      'payment-method',
      'advance/OM-2001',
      'refund',
      'instalments',
      'capacity/OM-2001',
      'surfaces/OM-1001',
      'e-invoice',
    ]) {
      await page.goto(`/c/C-1001/wishes/${form}`);
      await page.locator('form').waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/\b(wish|greening)-[a-z]/);
    }
  });
}
