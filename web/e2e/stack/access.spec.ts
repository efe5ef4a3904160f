// The ways in: an account from an invoice, an invited operator, an ended session.
import { codeIn, linkIn, loginOf, mailTo, mailsTo } from './place.ts';
import { dialOf } from './dial.ts';
import { wordsOf, type Language } from './words.ts';
import { codeOf, expect, good, signIn, test, withdrawOpen } from './world.ts';

/** Of the crowd: who may still sign up, so that the journey can be made again. */
const NEW = ['C20003', 'C20006', 'C20008', 'C20011', 'C20014', 'C20015', 'C20020'];

test('an account is opened from an invoice, with the code from the mail', async ({ people }) => {
  const operator = await people.operator();
  let found: { id: string; email: string } | undefined;
  for (const id of NEW) {
    const users = `/api/auth/office/customers/${id}/users`;
    if ((await operator.api.get<{ users: [] }>(users)).users.length > 0) continue;
    const of = `/api/account/office/customers/${id}`;
    const { contact } = await operator.api.get<{ contact: { email: string } }>(of);
    found = { id, email: contact.email };
    break;
  }
  expect(found, 'a customer who has not signed up: start the stack anew').toBeDefined();
  const { id, email } = found!;
  const path = `/api/readings/office/customers/${id}/meters`;
  const { meters } = await operator.api.get<{ meters: { id: string; serial: string }[] }>(path);
  const meter = meters.at(-1)!;
  const history = await operator.api.get<{ readings: { invoice?: string }[] }>(
    `${path}/${meter.id}`,
  );
  const invoice = history.readings.find((reading) => reading.invoice)!.invoice!;

  const language: Language = 'pl';
  const t = wordsOf(language);
  const page = await people.stranger({ size: 'phone', language });
  await page.goto('/sign-in');
  await good(page);
  await page.getByRole('link', { name: t('sign-up') }).click();
  await page.getByLabel(t('customer-number')).fill(id);
  await page.getByLabel(t('invoice-number')).fill(invoice);
  await page.getByLabel(t('proof-by-meter')).check();
  await page.locator('input[name=meter]').fill(meter.serial);
  await page.getByLabel(t('your-email'), { exact: true }).fill(email);
  await good(page);
  const before = (await mailsTo(email)).length;
  await page.getByRole('button', { name: t('go-on') }).click();
  await expect(page.getByText(t('sign-up-sent-title'))).toBeVisible();
  await good(page);

  const mail = await mailTo(email, ({ text }) => text.includes('/activate#'));
  expect((await mailsTo(email)).length).toBe(before + 1);
  await page.goto('/help');
  await good(page);
  await page.goto(linkIn(mail));
  await expect(page).toHaveURL('/activate');

  // A wrong code: one error, whatever was wrong.
  await page.locator('input[name=email_code]').fill('00000000');
  await page.getByRole('button', { name: t('passphrase-suggest') }).click();
  await expect(page.locator('input[name=password]')).toHaveValue(/^[a-z]+(-[a-z]+){4}$/);
  const password = await page.locator('input[name=password]').inputValue();
  await good(page);
  await page.getByRole('button', { name: t('activate'), exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(t('code-code_invalid'));
  await good(page);
  await page.locator('input[name=email_code]').fill(codeIn(mail));
  await page.getByRole('button', { name: t('activate'), exact: true }).click();
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByText(t('activated'))).toBeVisible();
  await signIn(page, { role: 'new', login: email, password, customers: [id] });
  await expect(page).toHaveURL(`/c/${id}`);
  await good(page);
});

test('what the utility does not know gets the same answer, and no mail', async ({ people }) => {
  const t = wordsOf('en');
  const page = await people.stranger({ language: 'en' });
  await page.goto('/activate#request=0123456789abcdef0123456789abcdef');
  await page.locator('input[name=email_code]').fill('12345678');
  await page.getByRole('button', { name: t('passphrase-suggest') }).click();
  await expect(page.locator('input[name=password]')).not.toHaveValue('');
  await page.getByRole('button', { name: t('activate'), exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(t('code-code_invalid'));
  await good(page);
});

test('an invited operator turns the second factor on before the office opens', async ({
  people,
}) => {
  const address = `operator-${Date.now()}@example.org`;
  const administrator = await people.demo('administrator', { language: 'en', size: 'desk' });
  {
    const { page, t } = administrator;
    await page.getByRole('link', { name: t('nav-staff') }).click();
    await expect(page.getByRole('rowheader', { name: 'operator@example.org' })).toBeVisible();
    await good(page);
    await page.getByRole('button', { name: t('staff-invite') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=email]').fill(address);
    await dialog.locator('select').selectOption('cs');
    await dialog.getByLabel(t('permission-customers_read')).check();
    await good(page);
    await dialog.getByRole('button', { name: t('users-send') }).click();
    await expect(page.getByText(t('staff-invited'))).toBeVisible();
  }
  const mail = await mailTo(address, ({ text }) => text.includes('/invitation#'));
  const t = wordsOf('cs');
  const page = await people.stranger({ size: 'phone', language: 'cs' });
  await page.goto(linkIn(mail));
  await expect(page).toHaveURL('/invitation');
  const password = 'pet-docela-obycejnych-slov';
  await page.locator('input[name=password]').fill(password);
  await good(page);
  await page.getByRole('button', { name: t('invitation-accept') }).click();
  await expect(page).toHaveURL('/sign-in');

  await signIn(page, { role: 'invited', login: address, password, customers: [] });
  await page.goto('/office');
  await page.waitForURL(/\/security/);
  await expect(page.getByText(t('second-must-text'))).toBeVisible();
  await good(page);
  if (!page.url().endsWith('/second-factor')) {
    await page.getByRole('link', { name: t('set-up') }).click();
  }
  await page.getByRole('button', { name: t('second-begin') }).click();
  const secret = page.locator('code').first();
  const again = page.getByRole('dialog', { name: t('again-title') });
  await secret.or(again).first().waitFor();
  if (await again.isVisible()) {
    await again.locator('input[name=password]').fill(password);
    await again.getByRole('button', { name: t('go-on') }).click();
  }
  await secret.waitFor();
  await good(page);
  await page.getByLabel(t('second-digits')).fill(codeOf(await secret.innerText()));
  await page.getByRole('button', { name: t('second-turn-on'), exact: true }).click();
  await expect(page.locator('.codes li')).toHaveCount(10);
  await good(page);
  await page.getByRole('button', { name: t('codes-saved') }).click();
  await page.goto('/office');
  await expect(page.getByRole('heading', { name: t('work-title') })).toBeVisible();
  await good(page);
});

test('an ended session is renewed in front of the page, and what was typed is sent', async ({
  people,
}) => {
  const customer = 'C20018';
  const person = await people.guest(customer, { size: 'phone', language: 'en' });
  const { t, login } = person;
  await withdrawOpen(person, customer, 'reading');
  const dial = await dialOf(person, customer);
  // A session of its own: the one that all tests share must not end.
  const page = await people.stranger({ size: 'phone', language: 'en' });
  await signIn(page, login);
  await page.goto(`/c/${customer}/meters/${dial.meter.id}/send`);
  for (const [code, value] of Object.entries(dial.values)) {
    await page.locator(`input[name=${code}]`).fill(value);
  }
  const headers = { 'x-meterside': '1' };
  expect((await page.request.post('/api/auth/sign-out', { headers })).status()).toBe(204);
  await page.getByRole('button', { name: t('send-now') }).click();
  const again = page.getByRole('dialog', { name: t('expired-title') });
  await expect(again).toBeVisible();
  await good(page);
  await again.locator('input[name=password]').fill(login.password);
  await again.getByRole('button', { name: t('sign-in') }).click();
  const asked = page.getByRole('button', { name: t('asked-send') });
  const sent = page.getByRole('heading', { name: t('request-what') });
  await sent.or(asked).first().waitFor();
  if (await asked.isVisible()) await asked.click();
  await sent.waitFor();
  await page.getByRole('button', { name: t('withdraw') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('withdraw') })
    .click();
  await expect(page.getByText(t('withdrawn'))).toBeVisible();
});

test('a wrong password is refused in the same words as a wrong address', async ({ people }) => {
  const t = wordsOf('pl');
  const page = await people.stranger({ language: 'pl' });
  await page.goto('/sign-in');
  for (const login of [loginOf('household_water').login, 'nikt@example.com']) {
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('zupelnie-inne-haslo-tutaj');
    await page.getByRole('button', { name: t('sign-in'), exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(t('code-sign_in_failed'));
  }
  await good(page);
});
