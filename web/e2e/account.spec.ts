// A customer's pages, the person's own, and what happens when something fails.
import { accessible, bring, expect, PASSWORD, signIn, test } from './world.ts';

const ANNA = 'anna@posta.example';

test('home says what to do and what each meter showed', async ({ page }) => {
  await signIn(page, ANNA);
  await expect(page.getByRole('heading', { name: 'Je čas odečtu' })).toBeVisible();
  await expect(page.getByText('412 m³')).toBeVisible();
  await expect(page.getByText('Nízký tarif (NT)')).toBeVisible();
  await accessible(page);
});

test('the keyboard reaches the content first, and the menu closes by Escape', async ({ page }) => {
  await signIn(page, ANNA);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Přejít k obsahu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const menu = page.getByLabel('Můj účet');
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Odhlásit se' })).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Odhlásit se' })).toBeHidden();
  await expect(menu).toBeFocused();
});

test('a change of contact is sent once, followed, and taken back', async ({ page }) => {
  await signIn(page, ANNA);
  await page.getByRole('link', { name: 'Údaje' }).click();
  await page.getByRole('link', { name: /Změnit: Kontaktní údaje/ }).click();
  await page.getByLabel('Telefon').fill('12');
  await page.getByRole('button', { name: 'Odeslat změnu' }).click();
  await expect(page.getByRole('alert')).toContainText('Telefonní číslo');
  await page.getByLabel('Telefon').fill('602 000 111');
  await accessible(page);
  await page.getByRole('button', { name: 'Odeslat změnu' }).click();
  await expect(page.getByText('Dáme vám vědět')).toBeVisible();
  await expect(page.getByText('Čeká na schválení')).toBeVisible();
  await accessible(page);

  // The same again is refused while it is open.
  await page.goto('/c/C-1001/profile/contact');
  await page.getByLabel('Telefon').fill('603 000 111');
  await page.getByRole('button', { name: 'Odeslat změnu' }).click();
  await page.getByRole('link', { name: 'Zobrazit ji' }).click();

  await page.getByRole('button', { name: 'Vzít zpět' }).click();
  const dialog = page.getByRole('dialog');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Vzít zpět' }).click();
  await expect(page.getByText('Žádost je vzatá zpět.')).toBeVisible();
  await expect(page.getByText('Vzali jste žádost zpět')).toBeVisible();
});

test('an address for letters is written as its country writes it', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/profile/mailing-address');
  await page.getByLabel('Na jinou adresu').check();
  await page.getByLabel('Ulice nebo obec').fill('Przykładowa');
  await page.getByLabel('Číslo', { exact: true }).fill('7');
  await page.getByLabel('Země').selectOption('PL');
  await page.getByLabel('PSČ').fill('00110');
  await page.getByLabel('Město nebo obec').fill('Warszawa');
  await accessible(page);
  await page.getByRole('button', { name: 'Odeslat změnu' }).click();
  await expect(page.getByText('00-110')).toBeVisible();
});

test('what was typed is there again after going away and back', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/profile/contact');
  await page.getByLabel('Telefon').fill('604 999');
  await page.getByRole('link', { name: 'Odečty' }).click();
  await page.goBack();
  await expect(page.getByLabel('Telefon')).toHaveValue('604 999');
});

test('a manager finds one of three hundred customers', async ({ page }) => {
  await signIn(page, 'spravce@domy.example');
  await expect(page).toHaveURL('/customers');
  await accessible(page);
  await page.getByLabel('Hledat podle jména nebo čísla').fill('vzorova 217');
  await expect(page.getByText('1 zákazník', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /Bytový dům Vzorová 217/ }).click();
  await expect(page).toHaveURL('/c/C-5217');
  await page.getByRole('button', { name: /Zobrazený zákazník/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Vyberte zákazníka' });
  await dialog.getByLabel('Hledat podle jména nebo čísla').fill('5003');
  await accessible(page);
  await dialog.getByRole('link').first().click();
  await expect(page).toHaveURL('/c/C-5003');
  await expect(dialog).toBeHidden();
});

test('a password is changed only by who gives the old one', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/security');
  await accessible(page);
  await page.goto('/security/password');
  await page.locator('input[name=password]').fill('heslo-heslo-heslo');
  await page.getByRole('button', { name: 'Změnit heslo' }).click();
  const again = page.getByRole('dialog', { name: 'Potvrďte, že jste to vy' });
  await again.locator('input[name=password]').fill(PASSWORD);
  await again.getByRole('button', { name: 'Pokračovat' }).click();
  await expect(page.getByRole('alert')).toContainText('příliš známé');
  await page.locator('main input[name=password]').fill('pet-docela-obycejnych-slov');
  await page.getByRole('button', { name: 'Změnit heslo' }).click();
  await expect(page).toHaveURL('/security');
  await expect(page.getByText('Heslo je změněné')).toBeVisible();
});

test('a second factor is set up, with recovery codes', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/security/second-factor');
  await page.getByRole('button', { name: 'Zapnout dvoufázové přihlášení' }).click();
  const again = page.getByRole('dialog');
  await again.locator('input[name=password]').fill(PASSWORD);
  await again.getByRole('button', { name: 'Pokračovat' }).click();
  await expect(page.getByAltText(/QR kód/)).toBeVisible();
  await accessible(page);
  await page.getByLabel('Šest číslic').fill('000000');
  await page.getByRole('button', { name: 'Zapnout', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Kód nesouhlasí');
  await page.getByLabel('Šest číslic').fill('123456');
  await page.getByRole('button', { name: 'Zapnout', exact: true }).click();
  await expect(page.locator('.codes li')).toHaveCount(10);
  await accessible(page);
  await page.getByRole('button', { name: 'Mám je uložené' }).click();
  await expect(page.getByText('Zbývá 10 záložních kódů.')).toBeVisible();
});

test('other devices are signed out, and the journal is read', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/security');
  await page.getByRole('button', { name: 'Odhlásit zařízení Firefox, Windows' }).click();
  await expect(page.getByText('Zařízení je odhlášené.')).toBeVisible();
  await expect(page.getByText('Firefox, Windows')).toHaveCount(0);
  await page.getByRole('link', { name: 'Zobrazit záznam' }).click();
  await expect(page.getByRole('row')).toHaveCount(4);
  await accessible(page);
});

test('the language and the wish for mails are kept', async ({ page }) => {
  await signIn(page, ANNA);
  await page.goto('/c/C-1001/profile');
  await page.getByLabel('Jazyk portálu a e-mailů').selectOption('en');
  await page.getByLabel('Posílat e-maily o mých žádostech').uncheck();
  await page.getByRole('button', { name: 'Uložit' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Details and settings');
  await page.reload();
  await expect(page.getByLabel('Send me e-mails about my requests')).not.toBeChecked();
});

test('a failure is said, and trying again helps', async ({ page }) => {
  await signIn(page, ANNA);
  // Home is there, and what it asks for as well: what fails next is the page gone to.
  await page.getByText('412 m³').waitFor();
  await bring(page, { broken: true });
  await page.getByRole('link', { name: 'Žádosti', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Žádosti');
  await expect(page.getByText('Služba je právě přetížená.')).toBeVisible();
  await accessible(page);
  await bring(page, { broken: false });
  await page.getByRole('button', { name: 'Zkusit znovu' }).click();
  await expect(page.getByRole('link', { name: /Odečet měřidla 77410023/ })).toBeVisible();
  await expect(page.getByText('Služba je právě přetížená.')).toBeHidden();
});

test('without a network the page says so, keeps what it has, and comes back', async ({
  page,
  context,
}) => {
  await signIn(page, ANNA);
  await page.getByText('412 m³').waitFor();
  await context.setOffline(true);
  await expect(page.getByText('Jste bez připojení.')).toBeVisible();
  await expect(page.getByText('412 m³')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Jste bez připojení.')).toBeHidden();
});

test('the shell opens without a network, says so, and comes back by itself', async ({
  page,
  context,
}) => {
  await signIn(page, ANNA);
  await page.evaluate(() => navigator.serviceWorker.ready);
  // Once under the worker's eyes, so that the page's own code is kept, too.
  await page.reload();
  await page.getByText('412 m³').waitFor();
  const named = await page.evaluate(async () => (await fetch('/manifest.webmanifest')).json());
  expect(named.name).toBe('Vodárna a energie Vzorov');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Jste bez připojení k internetu.').first()).toBeVisible();
  await accessible(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (n) => (await caches.open(n)).keys()));
    return all.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain('/');
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
  await context.setOffline(false);
  await expect(page.getByText('412 m³')).toBeVisible();
});

for (const width of [320, 390, 1280]) {
  test(`no page is wider than a screen of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, ANNA);
    for (const path of [
      '/c/C-1001',
      '/c/C-1001/profile',
      '/c/C-1001/requests',
      '/c/C-1001/requests/CH-0900',
      '/security',
      '/security/journal',
      '/help',
      '/sign-up',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
}

test('the dark theme can be read', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, ANNA);
  for (const path of [
    '/c/C-1001',
    '/c/C-1001/profile',
    '/c/C-1001/requests/CH-0900',
    '/security',
    '/sign-up',
    '/help',
  ]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await accessible(page);
  }
});
