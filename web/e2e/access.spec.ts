// Signing in, being sent to sign in, and the ways to get in at all.
import { accessible, bring, expect, PASSWORD, signIn, test } from './world.ts';

test('a wrong password is said, and the right one leads home', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('anna@posta.example');
  await page.locator('input[name=password]').fill('wrong');
  await page.getByRole('button', { name: 'Přihlásit se' }).click();
  await expect(page.getByRole('alert')).toContainText('nesouhlasí');
  await expect(page.getByRole('alert')).toBeFocused();
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/c/C-1001');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna Ukázková');
  await expect(page).toHaveTitle('Anna Ukázková – Vodárna a energie Vzorov');
});

test('an empty form says what is missing, and leads to it', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Přihlásit se' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByRole('alert').getByRole('link', { name: /Heslo/ }).click();
  await expect(page.locator('input[name=password]')).toBeFocused();
  await expect(page.locator('input[name=password]')).toHaveAttribute('aria-invalid', 'true');
  await accessible(page);
});

test('a second factor is asked for after the password', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('otto@vzorov.example');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Přihlásit se' }).click();
  const code = page.getByLabel('Ověřovací kód');
  await expect(code).toBeFocused();
  await code.fill('123 456');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/office');
});

test('who is signed out is sent to sign in, and then to the page they wanted', async ({ page }) => {
  await page.goto('/c/C-1001/requests');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('E-mail').fill('anna@posta.example');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/c/C-1001/requests');
});

test('a link can not lead elsewhere after signing in', async ({ page }) => {
  await page.goto('/sign-in?next=//evil.example/');
  await page.getByLabel('E-mail').fill('anna@posta.example');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/c/C-1001');
});

test('another customer is as if there were none', async ({ page }) => {
  await signIn(page, 'anna@posta.example');
  await page.goto('/c/C-5001');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stránku jsme nenašli');
  await page.goto('/c/C-0');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stránku jsme nenašli');
  await page.goto('/office');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stránku jsme nenašli');
});

test('an account is opened from an invoice and activated from the link in the mail', async ({
  page,
}) => {
  await page.goto('/sign-up');
  await page.getByLabel('Zákaznické číslo').fill('C-2002');
  await page.getByLabel('Číslo faktury').fill('2505002002');
  await page.getByLabel(/Celková částka/).fill('1 234,50');
  await page.getByLabel('Váš e-mail').fill('nova@posta.example');
  await accessible(page);
  await page.getByRole('button', { name: 'Pokračovat' }).click();
  await expect(page.getByText('Žádost jsme přijali')).toBeVisible();

  // The mail's link opens in a tab of its own; opening it uses nothing up.
  const asked: string[] = [];
  page.on('request', (r) => r.method() !== 'GET' && asked.push(r.url()));
  await page.goto('/help');
  await page.goto('/activate#request=rq-7f3a&code=12345678');
  await expect(page.getByLabel('Kód z e-mailu')).toHaveValue('12345678');
  await expect(page).toHaveURL('/activate');
  expect(asked).toEqual([]);
  await accessible(page);

  await page.getByRole('button', { name: 'Navrhnout heslo ze slov' }).click();
  await expect(page.locator('input[name=password]')).toHaveValue(/^[a-z]+(-[a-z]+){4}$/);
  await page.getByRole('button', { name: 'Aktivovat účet' }).click();
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByText('účet je aktivní')).toBeVisible();
});

test('a wrong code is said beside its field', async ({ page }) => {
  await page.goto('/activate#request=rq-7f3a&code=00000000');
  await page.locator('input[name=password]').fill('pet-docela-obycejnych-slov');
  await page.getByRole('button', { name: 'Aktivovat účet' }).click();
  await expect(page.getByRole('alert')).toContainText('Kód nesouhlasí');
  await expect(page.getByLabel('Kód z e-mailu')).toHaveAttribute('aria-invalid', 'true');
});

test('a forgotten password is replaced from the link in the mail', async ({ page }) => {
  await page.goto('/recovery/complete#request=rq-9c1d&code=12345678');
  await page.locator('input[name=password]').fill('krátké');
  await page.getByRole('button', { name: 'Nastavit heslo' }).click();
  await expect(page.getByRole('alert')).toContainText('alespoň 15');
  await page.locator('input[name=password]').fill('pet-docela-obycejnych-slov');
  await page.getByRole('button', { name: 'Nastavit heslo' }).click();
  await expect(page.getByText('Heslo je změněné')).toBeVisible();
});

test('an invitation is accepted', async ({ page }) => {
  await page.goto('/invitation#invitation=inv-1&code=12345678');
  await page.locator('input[name=password]').fill('pet-docela-obycejnych-slov');
  await accessible(page);
  await page.getByRole('button', { name: 'Přijmout pozvánku' }).click();
  await expect(page).toHaveURL('/sign-in');
});

test('signing out ends the session and the pages', async ({ page }) => {
  await signIn(page, 'anna@posta.example');
  await page.getByLabel('Můj účet').click();
  await page.getByRole('button', { name: 'Odhlásit se' }).click();
  await expect(page).toHaveURL('/sign-in');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an ended session is renewed in front of the page, and nothing typed is lost', async ({
  page,
}) => {
  await signIn(page, 'anna@posta.example');
  await page.goto('/c/C-1001/profile/contact');
  await page.getByLabel('Telefon').fill('602 000 111');
  await bring(page, { expire: true });
  await page.getByRole('button', { name: 'Odeslat změnu' }).click();
  const again = page.getByRole('dialog', { name: 'Přihlaste se prosím znovu' });
  await expect(again).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(again).toBeVisible();
  await again.locator('input[name=password]').fill(PASSWORD);
  await again.getByRole('button', { name: 'Přihlásit se' }).click();
  await expect(page).toHaveURL(/\/c\/C-1001\/requests\/CH-/);
  await expect(page.getByText('+420 602 000 111')).toBeVisible();
});

test('three languages are complete, and the choice is kept', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Polski' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logowanie');
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logowanie');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('an operator without a second factor sets one up first', async ({ page }) => {
  await page.goto('/sign-in');
  await bring(page, { unenrol: 'otto' });
  await signIn(page, 'otto@vzorov.example');
  await expect(page).toHaveURL('/security/second-factor');
  await expect(page.getByText('Pro práci s údaji zákazníků je nutné.')).toBeVisible();
});
