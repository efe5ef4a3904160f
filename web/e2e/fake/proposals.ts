// What customers wish about money: the checks that the pages show, and a proposal.
import type { Money, PaymentMethod, Surface } from '../../src/invoices/types.ts';
import { problem, type Call, type Reply, type Routes } from './api.ts';
import { propose } from './changes.ts';
import { routes as invoices } from './invoices.ts';

const HERE = '/api/invoices/customers/{customer}';
const WEIGHTS = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];

/** What the routes that are read say, to propose beside it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const read = (route: string, call: Call): any => invoices[`GET ${HERE}/${route}`]!(call).body;

function fitsWeights(digits: string): boolean {
  const all = [...digits.padStart(10, '0')];
  return all.reduce((sum, digit, i) => sum + Number(digit) * WEIGHTS[i]!, 0) % 11 === 0;
}

/** Which rule of its digits an account breaks, if it breaks one. */
function wrongOf(account: string): string | undefined {
  const plain = account.replace(/\s/g, '');
  if (/^[A-Z]{2}/.test(plain)) {
    if (plain.startsWith('CZ') && plain.length !== 24) return 'account_iban_length_wrong';
    const moved = `${plain.slice(4)}${plain.slice(0, 4)}`;
    const digits = moved.replace(/[A-Z]/g, (one) => String(one.charCodeAt(0) - 55));
    return BigInt(digits) % 97n === 1n ? undefined : 'account_iban_check_failed';
  }
  const found = /^(?:(\d+)-)?(\d+)\/(\d+)$/.exec(plain);
  if (!found) return 'account_form_unknown';
  const [, prefix = '', number, bank] = found as unknown as [string, string?, ...string[]];
  if (bank!.length !== 4) return 'account_bank_length_wrong';
  if (!fitsWeights(prefix)) return 'account_prefix_check_failed';
  return fitsWeights(number!) ? undefined : 'account_number_check_failed';
}

function method(call: Call): Reply {
  const { world, params, body } = call;
  const wrong = body.method === 'direct_debit' && wrongOf(body.account ?? '');
  if (wrong) return problem(422, wrong, { field: 'account' });
  const before = read('account', call).account.method as PaymentMethod;
  if (before.method === body.method) return problem(422, 'payment_method_unchanged');
  const data = { before, after: body as PaymentMethod };
  return propose(world, params.customer!, 'payment_method', { kind: 'payment_method', data });
}

function advance(call: Call): Reply {
  const { world, params, body } = call;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const plan = read('advances', call).schedules.find((one: any) => {
    return one.supply_point === body.supply_point;
  });
  if (body.amount.minor === plan.amount.minor) {
    return problem(422, 'advance_unchanged', { field: 'amount' });
  }
  return propose(world, params.customer!, `advance/${body.supply_point}`, {
    kind: 'advance',
    data: {
      supply_point: body.supply_point as string,
      before: plan.amount as Money,
      after: body.amount as Money,
      from: (body.from ?? '2026-05-15') as string,
      bounds: plan.bounds,
    },
  });
}

function refund({ world, params, body }: Call): Reply {
  const wrong = wrongOf(body.account as string);
  if (wrong) return problem(422, wrong, { field: 'account' });
  return propose(world, params.customer!, 'refund', { kind: 'refund', data: body });
}

const instalments = ({ world, params, body }: Call): Reply =>
  propose(world, params.customer!, 'instalments', { kind: 'instalments', data: body });

const capacity = ({ world, params, body }: Call): Reply =>
  propose(world, params.customer!, `reserved_capacity/${body.supply_point}`, {
    kind: 'reserved_capacity',
    data: {
      supply_point: body.supply_point as string,
      before: '3x25 A',
      after: body.capacity as string,
      from: body.from as string,
    },
  });

const COEFFICIENTS: Record<Surface['class'], string> = {
  impermeable: '0.9',
  permeable: '0.4',
  green_roof_thin: '0.6',
  green_roof_medium: '0.3',
  green_roof_thick: '0.1',
  vegetation: '0.05',
};

function rainwater(call: Call): Reply {
  const { world, params, body } = call;
  const [declared] = read('rainwater', call).declarations;
  const after = (body.surfaces as Surface[]).map((one) => ({
    ...one,
    coefficient: COEFFICIENTS[one.class],
  }));
  if (after.length > 50) return problem(422, 'surfaces_too_many', { field: 'surfaces' });
  const reduced = after.reduce((sum, one) => sum + Number(one.area) * Number(one.coefficient), 0);
  return propose(world, params.customer!, `rainwater/${body.supply_point}`, {
    kind: 'rainwater',
    data: {
      supply_point: body.supply_point as string,
      before: declared.surfaces as Surface[],
      after,
      from: body.from as string,
      yearly_quantity: (reduced * Number(declared.rainfall)).toFixed(2),
    },
  });
}

function eInvoice(call: Call): Reply {
  const { world, params, body } = call;
  const before = read('account', call).account.e_invoice as boolean;
  if (before === body.on && !body.email) return problem(422, 'e_invoice_unchanged');
  const data = { before, after: body.on as boolean, email: body.email as string | undefined };
  return propose(world, params.customer!, 'e_invoice', { kind: 'e_invoice', data });
}

export const routes: Routes = {
  [`POST ${HERE}/payment-method`]: method,
  [`POST ${HERE}/advance`]: advance,
  [`POST ${HERE}/refund`]: refund,
  [`POST ${HERE}/instalments`]: instalments,
  [`POST ${HERE}/reserved-capacity`]: capacity,
  [`POST ${HERE}/rainwater`]: rainwater,
  [`POST ${HERE}/e-invoice`]: eInvoice,
};
