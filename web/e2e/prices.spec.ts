// Prices: what anybody may calculate, and what one's own usage would cost.
import { accessible, expect, signIn, test } from './world.ts';

const ANNA = 'anna@posta.example';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

for (const [name, size] of Object.entries({ phone: PHONE, desk: DESK })) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport: size });

    test('who has no account sees what a usage would cost', async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByRole('link', { name: 'Spočítat, kolik zaplatíte' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kolik zaplatíte');
      await accessible(page);
      await page.getByRole('radio', { name: 'Elektřina' }).check();
      await page.getByRole('button', { name: 'Spočítat' }).click();
      await expect(page.getByText('Vyplňte: Spotřeba za rok v kWh').first()).toBeVisible();
      await page.getByLabel('Spotřeba za rok v kWh').fill('3 200');
      await page.getByRole('button', { name: 'Spočítat' }).click();

      const title = page.getByRole('heading', { name: 'Tarify od nejlevnějšího' });
      await expect(title).toBeFocused();
      const offers = page.locator('ol > li').filter({ has: page.locator('svg') });
      await expect(offers).toHaveCount(2);
      await expect(offers.first()).toContainText('D02d');
      await expect(offers.first()).toContainText('25 196,11 Kč');
      await expect(offers.first()).toContainText('Nejlevnější');
      await expect(offers.nth(1)).toContainText('O 1 399,84 Kč víc než nejlevnější');
      await expect(page.getByText('D57d: pro tento jistič nemá cenu.')).toBeVisible();
      await offers.first().getByText('Z čeho se cena skládá').click();
      await expect(offers.first().getByRole('cell', { name: /2 890,00 Kč \/ MWh/ })).toBeVisible();
      const beside = page.getByRole('region', { name: 'Tarify vedle sebe' });
      await expect(beside.getByRole('row', { name: /Celkem s DPH/ })).toContainText('26 595,95 Kč');
      await accessible(page);

      // Two rates, and no breaker known.
      await page.getByLabel('Měření').selectOption('two');
      await page.getByLabel('Vysoký tarif v kWh').fill('1200');
      await page.getByLabel('Nízký tarif v kWh').fill('2000');
      await page.getByLabel('Hlavní jistič').selectOption('Nevím');
      await page.getByRole('button', { name: 'Spočítat' }).click();
      await expect(page.getByText('Žádný tarif nešlo spočítat')).toBeVisible();
      await expect(page.getByText('D02d: cena závisí na hlavním jističi')).toBeVisible();

      // What was typed is there on the way back.
      await page.getByRole('link', { name: 'Ceníky' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ceníky');
      await page.goBack();
      await expect(page.getByLabel('Nízký tarif v kWh')).toHaveValue('2000');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(size.width);
    });

    test('price lists say how long they hold and what they follow from', async ({ page }) => {
      await page.goto('/prices/lists?medium=electricity');
      const list = page.getByRole('article').filter({ hasText: 'Akumulační ohřev vody' });
      await expect(list).toContainText('od 1. ledna 2026 do 31. prosince 2026');
      await expect(list).toContainText('Cenový výměr ERÚ č. 14/2025');
      await list.getByText('10 cen').click();
      await expect(list.getByRole('cell', { name: '3 104,00 Kč' })).toBeVisible();
      await accessible(page);
      await page.getByRole('radio', { name: 'Voda' }).check();
      await expect(page).toHaveURL(/medium=water/);
      await page.getByText('3 ceny').waitFor();
      await expect(page.getByText('nad 500: 41,90 Kč')).toBeVisible();
      await page.getByLabel('Platné dne').fill('2025-06-30');
      await page.getByLabel('Platné dne').blur();
      await expect(page.getByText('K tomuto dni žádný ceník nemáme')).toBeVisible();
    });

    test('own usage is compared, with another breaker and old prices', async ({ page }) => {
      await signIn(page, ANNA);
      await page.goto('/c/C-1001/supply-points/OM-2001');
      await page.getByRole('link', { name: 'Srovnat tarify' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Srovnání tarifů');
      await expect(page.getByText('1 812,5 kWh')).toBeVisible();
      const own = page.locator('ol > li').filter({
        has: page.getByText('Máte teď', { exact: true }),
      });
      await expect(own).toContainText('27 683,65 Kč');
      await accessible(page);
      await page.getByLabel('Hlavní jistič').selectOption('3x32 A');
      await expect(own).toContainText('28 961,41 Kč');
      await expect(page.getByRole('heading', { name: 'D57d' })).toBeVisible();
      await expect(page).toHaveURL(/capacity=3x32/);
      await page.getByLabel('Podle cen').selectOption('platných tehdy');
      await expect(page.getByText('Za toto období podle cen')).toBeVisible();
      await page.getByLabel('Odběrné místo').selectOption({ label: 'Byt 4' });
      await expect(page.getByText('104 m³').first()).toBeVisible();
    });
  });
}

test('a place without a settlement has nothing to compare', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/comparison?point=OM-9999');
  await expect(page.getByText('Zatím není co srovnat')).toBeVisible();
  await accessible(page);
});

for (const language of ['Polski', 'English']) {
  test(`prices speak ${language}`, async ({ page }) => {
    await page.goto('/prices?medium=gas');
    await page.getByRole('button', { name: language }).click();
    await page.locator('input[name=used]').fill('15000');
    await page.locator('form button[type=submit]').click();
    await expect(page.locator('ol > li')).toHaveCount(1);
    await page.locator('ol > li summary').click();
    expect(await page.locator('main').innerText()).not.toMatch(
      /\b(offer|offers|calculator|left-out|price-list)-[a-z]/,
    );
    await accessible(page);
  });
}
