// A customer's own things: details, language, security, several customers; and
// what is shown when there is no network, or no such page.
import type { Language } from './words.ts';
import { expect, good, signIn, test, until, withdrawOpen } from './world.ts';

const DETAILS: { customer: string; language: Language; size: 'phone' | 'desk' }[] = [
  { customer: 'C20000', language: 'cs', size: 'phone' },
  { customer: 'C20001', language: 'pl', size: 'desk' },
  { customer: 'C20010', language: 'en', size: 'phone' },
];

for (const { customer, language, size } of DETAILS) {
  test(`contact details and the address for letters are changed (${language}, ${size})`, async ({
    people,
  }) => {
    const person = await people.guest(customer, { language, size });
    const { page, t } = person;
    await withdrawOpen(person, customer, 'mailing_address');
    await page.goto(`/c/${customer}/profile`);
    await page.getByRole('heading', { name: t('contact-title') }).waitFor();
    await good(page);
    await page.getByRole('link', { name: `${t('change')}: ${t('contact-title')}` }).click();
    // Another number each time: billing does not take the same again.
    const phone = `+4207${String(Date.now()).slice(-8)}`;
    await page.getByLabel(t('phone')).fill(phone);
    await good(page);
    await page.getByRole('button', { name: t('change-send') }).click();
    await page.getByRole('heading', { name: t('request-way') }).waitFor();
    const done = page.locator('main').getByText(t('state-applied'), { exact: true });
    await until(page, () => expect(done).toBeVisible({ timeout: 500 }));
    await expect(page.getByText(t('step-approved', { by: 'rule' }))).toBeVisible();
    await good(page);
    await page.goto(`/c/${customer}/profile`);
    const written = new RegExp([...phone.slice(1)].join('\\s?'));
    await until(page, () => expect(page.getByText(written)).toBeVisible({ timeout: 500 }));

    await page.getByRole('link', { name: `${t('change')}: ${t('mailing-title')}` }).click();
    await page.getByLabel(t('mailing-other')).check();
    await page.getByLabel(t('street'), { exact: true }).fill('Nová Ukázková');
    await page.getByLabel(t('house-number'), { exact: true }).fill('7');
    await page.getByLabel(t('country')).selectOption('CZ');
    await page.getByLabel(t('postcode')).fill('79910');
    await page.getByLabel(t('city'), { exact: true }).fill('Vzorov');
    await good(page);
    await page.getByRole('button', { name: t('change-send') }).click();
    await page.getByRole('heading', { name: t('request-way') }).waitFor();
    await expect(page.getByText('799 10').first()).toBeVisible();
    await good(page);
    await page.getByRole('button', { name: t('withdraw') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('withdraw') })
      .click();
    await expect(page.getByText(t('step-withdrawn'))).toBeVisible();
    await page.goto(`/c/${customer}/requests`);
    await expect(page.locator(`a[href*="/requests/"]`).first()).toBeVisible();
    await good(page);
  });
}

test('the language that is chosen stays, here and after signing in elsewhere', async ({
  people,
}) => {
  const person = await people.guest('C20010', { language: 'en', size: 'desk' });
  await person.page.getByRole('button', { name: 'Polski' }).click();
  await expect(person.page.locator('html')).toHaveAttribute('lang', 'pl');
  await expect(async () => {
    const me = await person.api.get<{ language: string }>('/api/account/me');
    expect(me.language).toBe('pl');
  }).toPass();
  const page = await people.stranger({ language: 'en' });
  await signIn(page, person.login);
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  await good(page);
});

test('devices, journal and a new password', async ({ people }) => {
  const known = await people.guest('C20016', { language: 'cs', size: 'phone' });
  const { t, login } = known;
  const page = await people.stranger({ size: 'phone', language: 'cs' });
  await signIn(page, login);
  await page.goto('/security');
  await expect(page.getByText(t('sessions-here'))).toBeVisible();
  await good(page);
  await page.getByRole('link', { name: t('journal-open') }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('row', { name: t('journal-signed_in') }).first()).toBeVisible();
  await expect(page.getByText(t('result-signed_in-password')).first()).toBeVisible();
  await expect(page.getByText(t('result-password'))).toHaveCount(0);
  await good(page);

  await page.goto('/security/password');
  await page.locator('input[name=password]').fill('krátké');
  await page.getByRole('button', { name: t('password-save') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await good(page);
  // The same one again: a run that breaks off locks nobody out.
  await page.locator('main input[name=password]').fill(login.password);
  await page.getByRole('button', { name: t('password-save') }).click();
  const again = page.getByRole('dialog', { name: t('again-title') });
  const saved = page.getByText(t('password-changed-done'));
  await again.or(saved).first().waitFor();
  if (await again.isVisible()) {
    await good(page);
    await again.locator('input[name=password]').fill(login.password);
    await again.getByRole('button', { name: t('go-on') }).click();
  }
  await expect(saved).toBeVisible();
  await good(page);

  // The other device is out.
  await known.page.goto('/security');
  await expect(known.page).toHaveURL(/\/sign-in/);
});

test('a manager goes between customers, finds a meter, and two tabs keep apart', async ({
  people,
}) => {
  const { page, t, login } = await people.demo('property_manager', {
    language: 'cs',
    size: 'desk',
  });
  const [first, second] = login.customers as [string, string];
  await expect(page).toHaveURL('/customers');
  await good(page);
  let points = 0;
  for (const customer of login.customers) {
    await page.goto(`/c/${customer}/supply-points`);
    await page.locator('a[href*="/supply-points/"]').first().waitFor();
    points += await page.locator('main a[href*="/supply-points/"]').count();
  }
  expect(points).toBe(40);
  await good(page);

  await page.goto(`/c/${first}`);
  await page.getByRole('button', { name: t('switch-label') }).click();
  const dialog = page.getByRole('dialog', { name: t('switch-title') });
  await expect(dialog.getByRole('link')).toHaveCount(login.customers.length);
  await good(page);
  await dialog.locator(`a[href="/c/${second}"]`).click();
  await expect(page).toHaveURL(`/c/${second}`);
  await expect(page.locator('main h1')).not.toHaveText('');

  await page.goto(`/c/${first}/readings`);
  const find = page.getByLabel(t('meters-find'));
  await find.fill('4010003322');
  await expect(page.locator('main article')).toHaveCount(1);
  await good(page);
  const other = await page.context().newPage();
  await other.goto(`/c/${second}`);
  await other.locator('main h1').waitFor();
  const name = await other.locator('main h1').innerText();
  await page.reload();
  await expect(page).toHaveURL(`/c/${first}/readings`);
  await expect(page.locator('main')).not.toContainText(name);
  await page.locator('main article a').first().click();
  await page.getByRole('heading', { name: t('history-title') }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/c/${first}/meters/`));
  await other.reload();
  await expect(other.locator('main h1')).toHaveText(name);
  await good(page);
});

test('a supply point shows its contract and its meters', async ({ people }) => {
  const { page, t } = await people.demo('business', { language: 'pl', size: 'phone' });
  await page.goto('/c/C10007/supply-points');
  await page.locator('main a[href*="/supply-points/"]').first().click();
  await expect(page.getByRole('heading', { name: t('contract-title') })).toBeVisible();
  await good(page);
});

for (const { language, size } of [
  { language: 'cs', size: 'phone' },
  { language: 'en', size: 'desk' },
] as const) {
  test(`no network and no such page are said (${language}, ${size})`, async ({ people }) => {
    const { page, t } = await people.demo('household_water', { language, size });
    await expect(page).toHaveURL('/c/C10001');
    await good(page);
    people.expects(/net::ERR_(INTERNET_DISCONNECTED|FAILED)/);
    await page.context().setOffline(true);
    await expect(page.getByText(t('offline-bar'))).toBeVisible();
    await page.getByRole('link', { name: t('nav-requests'), exact: true }).click();
    await expect(page.getByText(t('code-offline'))).toBeVisible();
    await good(page);
    await page.context().setOffline(false);
    await expect(page.getByText(t('offline-bar'))).toBeHidden();

    people.expects(/status of 404.*\/api\//);
    for (const path of ['/nowhere', '/c/C10002', '/c/C0', '/office']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: t('not-found-title') })).toBeVisible();
    }
    await good(page);
  });
}

test('the office finds customers and shows one', async ({ people }) => {
  for (const { language, size } of [
    { language: 'pl', size: 'desk' },
    { language: 'en', size: 'phone' },
  ] as const) {
    const { page, t } = await people.demo('operator', { language, size });
    await page.goto('/office/customers');
    await good(page);
    await page.getByLabel(t('find-label')).fill('vzorova 14');
    await page.locator('main a[href="/office/customers/C10004"]').first().click();
    await expect(page.getByRole('heading', { name: t('users-title') })).toBeVisible();
    await good(page);
    await page.locator('main a[href*="/meters/"]').first().click();
    await page.getByRole('heading', { name: t('history-title') }).waitFor();
    await expect(page.getByRole('table').first()).toBeVisible();
    await good(page);
    await page.context().close();
  }
});
