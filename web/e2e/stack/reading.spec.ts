// The main job: a reading is typed, asked back, sent, decided and recorded.
import { dialOf, type Dial } from './dial.ts';
import { mailTo } from './place.ts';
import type { Language } from './words.ts';
import { expect, good, test, until, withdrawOpen, type Person, type Size } from './world.ts';

/** Types states, with the decimal mark of the language. */
async function type(person: Person, values: Record<string, string>, language: Language) {
  for (const [code, value] of Object.entries(values)) {
    const text = language === 'en' ? value : value.replace('.', ',');
    await person.page.locator(`input[name=${code}]`).fill(text);
  }
}

const asked = ({ page, t }: Person) => page.getByRole('region', { name: t('asked-title') });

/** Sends, and confirms what may still be asked: that today was read before. */
async function send(person: Person): Promise<string> {
  const { page, t } = person;
  await page.getByRole('button', { name: t('send-now') }).click();
  const sent = page.getByRole('heading', { name: t('request-what') });
  await sent.or(asked(person)).first().waitFor();
  if (await asked(person).isVisible()) {
    await good(page);
    await page.getByRole('button', { name: t('asked-send') }).click();
  }
  await sent.waitFor();
  return page.url().split('/').at(-1)!;
}

async function toForm(person: Person, dial: Dial): Promise<void> {
  const { page, t } = person;
  await page.goto(`/c/${dial.customer}/readings`);
  await good(page);
  await page.locator(`a[href$="/meters/${dial.meter.id}"]`).click();
  await page.getByRole('heading', { name: t('history-title') }).waitFor();
  await expect(page.getByRole('table')).toBeVisible();
  await good(page);
  await page.getByRole('link', { name: t('send-reading') }).click();
  await page.getByRole('heading', { name: t('send-title') }).waitFor();
  await good(page);
}

/** Opens the change on the operators' work list. */
async function onWorkList(operator: Person, change: string, name: string): Promise<void> {
  const { page, t } = operator;
  await page.goto('/office');
  await good(page);
  const row = page.locator('li', { hasText: name }).getByRole('button').first();
  await row.click();
  await expect(page.locator(`a[href$="${change}"]`)).toBeVisible();
  await expect(page.getByText(t('evidence-recent'))).toBeVisible();
  await good(page);
}

const SWAPPED: { customer: string; language: Language; size: Size }[] = [
  { customer: 'C20017', language: 'cs', size: 'desk' },
  { customer: 'C20004', language: 'pl', size: 'phone' },
  { customer: 'C10002', language: 'en', size: 'phone' },
];

for (const { customer, language, size } of SWAPPED) {
  test(`swapped registers are asked back, approved, recorded and told (${language}, ${size})`, async ({
    people,
  }) => {
    const demo = customer === 'C10002';
    const wish = { size, language };
    const person = demo
      ? await people.demo('household_two_register', wish)
      : await people.guest(customer, wish);
    const { page, t } = person;
    await withdrawOpen(person, customer, 'reading');
    const dial = await dialOf(person, customer, ({ registers }) => registers.length === 2);
    await toForm(person, dial);

    const { VT, NT } = dial.values;
    await type(person, { VT: NT!, NT: VT! }, language);
    await page.getByRole('button', { name: t('send-now') }).click();
    await expect(page.getByRole('heading', { name: t('asked-title') })).toBeFocused();
    await good(page);
    await asked(person)
      .getByRole('button', { name: t('suggest-swap_registers', { values: '' }) })
      .first()
      .click();
    await expect(page.locator('input[name=VT]')).toHaveValue(VT!);
    await expect(page.locator('input[name=NT]')).toHaveValue(NT!);
    const change = await send(person);
    await expect(
      page.locator('main').getByText(t('state-proposed'), { exact: true }),
    ).toBeVisible();
    await good(page);

    const operator = await people.demo('operator', { size: 'desk', language });
    await onWorkList(operator, change, dial.meter.serial);
    await operator.page
      .locator('.detail')
      .getByRole('button', { name: t('approve', { count: 1 }), exact: true })
      .click();
    await expect(operator.page.getByText(t('decided-approve', { count: 1 }))).toBeVisible();

    const done = page.locator('main').getByText(t('state-applied'), { exact: true });
    await until(page, () => expect(done).toBeVisible({ timeout: 500 }));
    for (const step of ['proposed', 'approved', 'handed_over', 'applied']) {
      await expect(page.getByText(t(`step-${step}`, { by: 'operator' }))).toBeVisible();
    }
    await good(page);

    await page.goto(`/c/${customer}/meters/${dial.meter.id}`);
    await expect(page.locator(`a[href$="${change}"]`)).toBeVisible();
    await good(page);
    const mail = await mailTo(person.login.login, ({ text }) => text.includes(change));
    expect(mail.text).toContain(dial.meter.serial);
  });
}

const SLIPPED: { customer: string; language: Language; size: Size }[] = [
  { customer: 'C20000', language: 'cs', size: 'phone' },
  { customer: 'C20001', language: 'pl', size: 'desk' },
  { customer: 'C20010', language: 'en', size: 'desk' },
];

for (const { customer, language, size } of SLIPPED) {
  test(`a slipped digit is mended; a rejection says why (${language}, ${size})`, async ({
    people,
  }) => {
    const person = await people.guest(customer, { language, size });
    const { page, t } = person;
    await withdrawOpen(person, customer, 'reading');
    const dial = await dialOf(person, customer, ({ medium }) => medium === 'water');
    await toForm(person, dial);
    const [[code, right]] = Object.entries(dial.values) as [[string, string]];

    // One digit too many, as when two keys are hit at once.
    const [whole, places] = right.split('.');
    const slipped = `${whole}${whole!.at(-1)}${places ? `.${places}` : ''}`;
    await type(person, { [code]: slipped }, language);
    await page.getByRole('button', { name: t('send-now') }).click();
    await expect(page.getByRole('heading', { name: t('asked-title') })).toBeFocused();
    await good(page);
    await asked(person)
      .getByRole('button', { name: t('suggest-extra_digit', { values: '' }) })
      .first()
      .click();
    // Without the zeros that a dial may show at its end.
    const proposed = String(Number(right));
    await expect(page.locator(`input[name=${code}]`)).toHaveValue(
      language === 'en' ? proposed : proposed.replace('.', ','),
    );
    const change = await send(person);

    const operator = await people.demo('operator', { size, language });
    await onWorkList(operator, change, dial.meter.serial);
    const detail = operator.page.locator('.detail');
    await detail.getByRole('button', { name: t('reject', { count: 1 }), exact: true }).click();
    const dialog = operator.page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('reject', { count: 1 }), exact: true }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await good(operator.page);
    const reason = `${t('reject-reason')} ${change.slice(0, 6)}`;
    await dialog.locator('textarea').fill(reason);
    await dialog.getByRole('button', { name: t('reject', { count: 1 }), exact: true }).click();
    await expect(operator.page.getByText(t('decided-reject', { count: 1 }))).toBeVisible();

    const rejected = page.locator('main').getByText(t('state-rejected'), { exact: true });
    await until(page, () => expect(rejected).toBeVisible({ timeout: 500 }));
    await expect(page.getByText(reason)).toBeVisible();
    await good(page);
    await mailTo(person.login.login, ({ text }) => text.includes(reason));
  });
}

test('a reading is sent by keyboard alone', async ({ people }) => {
  const customer = 'C20018';
  const person = await people.guest(customer, { language: 'cs' });
  const { page, t } = person;
  await withdrawOpen(person, customer, 'reading');
  const dial = await dialOf(person, customer);
  await page.goto(`/c/${customer}`);
  await page
    .getByRole('link', { name: t('send-reading') })
    .first()
    .waitFor();
  const tabTo = async (name: string) => {
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const label = focused.getAttribute('aria-label') ?? focused.innerText.trim();
        return [label, focused.getAttribute('name')];
      });
      if (here.includes(name)) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await tabTo(t('send-reading'));
  await page.keyboard.press('Enter');
  await page.locator(`input[name=${Object.keys(dial.values)[0]}]`).waitFor();
  for (const [code, value] of Object.entries(dial.values)) {
    await tabTo(code);
    await page.keyboard.type(value.replace('.', ','));
  }
  await page.keyboard.press('Enter');
  const sent = page.getByRole('heading', { name: t('request-what') });
  await sent.or(asked(person)).first().waitFor();
  if (await asked(person).isVisible()) {
    await tabTo(t('asked-send'));
    await page.keyboard.press('Enter');
  }
  await sent.waitFor();
  await tabTo(t('withdraw'));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(t('withdraw'));
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByText(t('state-withdrawn'), { exact: true })).toBeVisible();
});

test('who may only read decides nothing', async ({ people }) => {
  const { page, t } = await people.demo('operator_read_only', { language: 'pl', size: 'desk' });
  await page.goto('/office');
  await good(page);
  await expect(page.getByRole('heading', { name: t('work-title') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('approve', { count: 1 }) })).toHaveCount(0);
  await expect(page.locator('input[type=checkbox]')).toHaveCount(1);
});
