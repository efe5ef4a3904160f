// Wishes about money, as the customer and the operator see them.
import { accessible, expect, signIn, test, PASSWORD } from './world.ts';
import { WISHES } from './fake/wishes.ts';

const SAID: Record<(typeof WISHES)[number], { title: string; says: RegExp[] }> = {
  payment_method: {
    title: 'Změna způsobu placení',
    says: [/Inkasem/, /34278-727558021\/0100/, /1234567890/],
  },
  advance: { title: 'Změna výše záloh', says: [/4\s512,00\sKč/, /4\s812,00\sKč/, /15\. dubna/] },
  refund: {
    title: 'Vrácení přeplatku',
    says: [/1\s158,00\sKč/, /34278-727558021\/0100/, /RC-5003/],
  },
  instalments: {
    title: 'Dluh do splátek',
    says: [/3\s512,00\sKč/, /4, každá asi 878,00\sKč/, /30\. dubna/, /rodičovské/],
  },
  reserved_capacity: { title: 'Změna rezervovaného příkonu', says: [/3x25 A/, /3x20 A/, /P-1/] },
  rainwater: { title: 'Prohlášení o plochách pro srážkové vody', says: [/363,53\sm³/, /Zelená/] },
  e_invoice: { title: 'Zasílání faktur', says: [/poštou/, /elektronicky/, /anna@example\.com/] },
};

test('the customer sees each wish, before and after', async ({ page }) => {
  await signIn(page, 'spravce@domy.example');
  await page.goto('/c/C-5001/requests');
  for (const kind of WISHES) {
    await expect(page.getByRole('link', { name: SAID[kind].title })).toBeVisible();
  }
  for (const kind of WISHES) {
    await page.goto(`/c/C-5001/requests/CH-${kind}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(SAID[kind].title);
    for (const said of SAID[kind].says) await expect(page.locator('main')).toContainText(said);
    await accessible(page);
  }
});

test('the operator chooses a kind, and is told what is unusual', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('otto@vzorov.example');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Přihlásit se' }).click();
  await page.getByLabel('Ověřovací kód').fill('123 456');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/office');
  await page.getByLabel('Druh').selectOption('payment_method');
  await expect(page.getByText('Změna způsobu placení')).toBeVisible();
  await page.goto('/office/changes/C-5001/CH-payment_method');
  await expect(page.getByText('SIPO', { exact: false }).first()).toBeVisible();
  await expect(page.locator('main')).toContainText('kontrolní číslicí');
  await accessible(page);
});
