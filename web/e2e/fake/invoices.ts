// Invoices, what is owed, payments and papers.
import type {
  AdvanceSchedule,
  Balance,
  DocumentDetail,
  DocumentLine,
  Download,
  Payment,
  Receivable,
  ReceivableKind,
} from '../../src/invoices/types.ts';
import { ok, problem, type Call, type Reply, type Routes } from './api.ts';
import { CZK, makeDocuments, PICTURE, SURFACES } from './bills.ts';
import { TODAY, type World } from './world.ts';

const PAGE = 8;
const ACCOUNT = '19-2000145399/0800';
const IBAN = 'CZ6508000000192000145399';

/** Anna has every kind; the houses of the group have a debt or none. */
function documentsOf(world: World, customer: string): DocumentDetail[] {
  const made = world.documents.get(customer) ?? (customer === 'C-1001' ? makeDocuments() : []);
  world.documents.set(customer, made);
  return made;
}

function line({ document, check: _, owed: __, ...standing }: DocumentDetail): DocumentLine {
  const { breakdown, buyer: ___, cancelled: ____, file, ...rest } = document;
  return { ...rest, ...standing, has_file: !!file, has_breakdown: !!breakdown };
}

const KINDS: Record<string, ReceivableKind> = { advance_request: 'advance' };

function openOf(world: World, customer: string): Receivable[] {
  if (customer !== 'C-1001') return houseOf(customer);
  return documentsOf(world, customer)
    .filter(({ remaining }) => !!remaining?.minor)
    .map(({ document, days_overdue, owed, remaining }) => ({
      id: owed[0]!.receivable,
      kind: KINDS[document.kind] ?? (document.kind as ReceivableKind),
      invoice: document.number,
      supply_points: document.supply_points,
      period: document.period,
      issued_on: document.issued_on,
      due_on: owed[0]!.due_on,
      amount: owed[0]!.amount,
      settled: owed[0]!.settled,
      variable_symbol: document.variable_symbol,
      cancelled: false,
      dunning: days_overdue ? ('reminded' as const) : ('none' as const),
      remaining: remaining!,
      days_overdue,
    }))
    .sort((a, b) => a.due_on.localeCompare(b.due_on));
}

/** Each third house owes, each ninth is late. */
function houseOf(customer: string): Receivable[] {
  const n = Number(customer.slice(2)) - 5000;
  if (n % 3 !== 0) return [];
  const late = n % 9 === 0;
  return [
    {
      id: `P-${customer}`,
      kind: 'settlement',
      invoice: `26040${customer.slice(2)}`,
      supply_points: [],
      issued_on: '2026-04-01',
      due_on: late ? '2026-04-24' : '2026-05-20',
      amount: CZK(1_000_00 * n),
      settled: CZK(0),
      cancelled: false,
      dunning: 'none',
      remaining: CZK(1_000_00 * n),
      days_overdue: late ? 10 : 0,
    },
  ];
}

function balanceOf(open: readonly Receivable[]): Balance {
  const sum = (fits: (one: Receivable) => boolean) =>
    open.filter(fits).reduce((all, one) => all + one.remaining.minor, 0);
  const owed = sum((one) => one.remaining.minor > 0);
  const back = -sum((one) => one.remaining.minor < 0);
  const next = open.find((one) => one.remaining.minor > 0 && one.due_on >= TODAY);
  return {
    owed: CZK(owed),
    owed_to_you: CZK(back),
    overdue: CZK(sum((one) => one.days_overdue > 0)),
    balance: CZK(owed - back),
    next: next && { due_on: next.due_on, amount: next.remaining },
  };
}

function schedules(): AdvanceSchedule[] {
  const month = (from: string, count: number, minor: number, paid: number) =>
    Array.from({ length: count }, (_, i) => {
      const day = new Date(`${from}T00:00:00Z`);
      day.setUTCMonth(day.getUTCMonth() + i);
      const due_on = day.toISOString().slice(0, 10);
      const invoice = `${due_on.slice(2, 4)}${due_on.slice(5, 7)}000412`;
      const known = due_on > '2025-11' && due_on < '2026-06';
      return { due_on, amount: CZK(minor), paid: CZK(paid), invoice: known ? invoice : null };
    });
  const power = { supply_point: 'OM-2001', variable_symbol: '2001000101' };
  const bounds = { least: CZK(180_000), most: CZK(420_000) };
  return [
    {
      ...power,
      valid_from: '2026-05-01',
      interval: 'month',
      amount: CZK(264_000),
      bounds,
      advances: month('2026-05-15', 5, 264_000, 0),
      reason: 'price_list',
    },
    {
      ...power,
      valid_from: '2025-10-01',
      interval: 'month',
      amount: CZK(240_000),
      advances: month('2025-10-15', 7, 240_000, 240_000),
      reason: 'consumption',
    },
    {
      ...power,
      valid_from: '2024-10-01',
      interval: 'month',
      amount: CZK(210_000),
      advances: month('2024-10-15', 12, 210_000, 210_000),
    },
    {
      supply_point: 'OM-1001',
      variable_symbol: '1001000101',
      valid_from: '2025-06-01',
      interval: 'quarter',
      amount: CZK(160_000),
      advances: ['2025-08-15', '2025-11-15', '2026-02-15', '2026-05-15'].map((due_on) => ({
        due_on,
        amount: CZK(160_000),
        paid: CZK(due_on < TODAY ? 160_000 : 0),
      })),
    },
  ];
}

function payments(): Payment[] {
  const of = (id: string, paid_on: string, minor: number, documents: string[], more = {}) => ({
    id,
    paid_on,
    amount: CZK(minor),
    way: 'transfer' as const,
    variable_symbol: documents[0] ?? '2001000101',
    account: '*3399/0800',
    allocations: documents.map((number) => ({
      receivable: `P-${number}`,
      amount: CZK(Math.round(minor / documents.length)),
    })),
    cancelled: false,
    unused: CZK(documents.length ? 0 : minor),
    documents,
    ...more,
  });
  return [
    of('PL-9', '2026-04-16', 240_000, ['2604000412']),
    of('PL-8', '2026-03-30', 43_000, ['2602000031'], { way: 'card', account: null }),
    of('PL-7', '2026-03-16', 260_000, ['2603000412'], { unused: CZK(20_000) }),
    of('PL-6', '2026-02-16', 240_000, ['2602000412']),
    of('PL-5', '2026-01-16', 480_000, ['2601000412', '2512000412']),
    of('PL-4', '2025-12-02', 240_000, [], { cancelled: true, unused: CZK(0) }),
    of('PL-3', '2025-10-28', 394_668, ['2510002001'], { way: 'cash', account: null }),
    of('PL-2', '2025-06-04', -171_200, ['2505001001'], { way: 'transfer' }),
  ];
}

function code(text: string) {
  return { format: 'spayd', text, svg: PICTURE };
}

function transfer(minor: number, variable_symbol: string, title: string) {
  return {
    account: ACCOUNT,
    iban: IBAN,
    bic: 'GIBACZPX',
    amount: CZK(minor),
    currency: 'CZK',
    variable_symbol,
    title,
    name: 'Vzorové komunální služby, a.s.',
  };
}

function basket({ world, params, body }: Call): Reply {
  const open = openOf(world, params.customer!);
  const ids = body.receivables as string[];
  const chosen = open.filter((one) => ids.includes(one.id));
  if (chosen.length < ids.length) return problem(409, 'receivable_not_open');
  const minor = chosen.reduce((sum, one) => sum + one.remaining.minor, 0);
  const symbol = chosen.length === 1 ? (chosen[0]!.variable_symbol ?? '1001000100') : '1001000100';
  const title = chosen.map(({ invoice, id }) => invoice ?? id).join(' ');
  const text = `SPD*1.0*ACC:${IBAN}*AM:${(minor / 100).toFixed(2)}*CC:CZK*X-VS:${symbol}*MSG:${title}`;
  return ok({
    amount: CZK(minor),
    variable_symbol: symbol,
    codes: [code(text)],
    transfer: transfer(minor, symbol, title),
  });
}

function there(name: string, media_type = 'application/pdf'): Download {
  return {
    url: `/api/fake/file?name=${name}`,
    file_name: name,
    media_type,
    expires_at: '2026-05-04T10:02:00Z',
  };
}

function download({ world, params, body }: Call): Reply {
  const { customer, number } = params as { customer: string; number: string };
  const found = documentsOf(world, customer).find(({ document }) => document.number === number);
  if (!found) return problem(404, 'not_found');
  if (body.form !== 'pdf') return ok(there(`${number}.${body.form === 'ubl' ? 'xml' : 'isdoc'}`));
  if (!found.document.file && !world.made.has(number)) return ok({ make: true });
  return ok(there(`faktura-${number}.pdf`));
}

/** Those of the group's houses, page by page. */
function group<T>(
  { world, user, query }: Call,
  of: (customer: string) => T[],
): { items: T[]; next: string | null } {
  const all = world.users.get(user)!.me.customers.flatMap(({ id }) => of(id));
  const from = Number(query.get('cursor') ?? 0);
  const next = from + 50 < all.length ? String(from + 50) : null;
  return { items: all.slice(from, from + 50), next };
}

const HERE = '/api/invoices/customers/{customer}';

export const routes: Routes = {
  [`GET ${HERE}/documents`]: ({ world, params, query }) => {
    const asked = (name: string) => query.get(name) ?? '';
    const found = documentsOf(world, params.customer!)
      .map(line)
      .filter(
        (one) =>
          (!asked('kind') || one.kind === asked('kind')) &&
          (!asked('state') || one.state === asked('state')) &&
          (!asked('supply_point') || one.supply_points.includes(asked('supply_point'))) &&
          one.number.startsWith(asked('q')),
      );
    if (asked('sort') === 'due') {
      const due = (one: DocumentLine) => one.due_on ?? one.issued_on;
      found.sort((a, b) => due(b).localeCompare(due(a)));
    }
    const from = Number(asked('cursor'));
    const next = from + PAGE < found.length ? String(from + PAGE) : null;
    return ok({ documents: found.slice(from, from + PAGE), next });
  },
  [`GET ${HERE}/documents/{number}`]: ({ world, params }) => {
    const all = documentsOf(world, params.customer!);
    const found = all.find(({ document }) => document.number === params.number);
    return found ? ok(found) : problem(404, 'not_found');
  },
  [`GET ${HERE}/settlements`]: ({ world, params }) => {
    const settlements = documentsOf(world, params.customer!)
      .filter(({ document }) => document.kind === 'settlement')
      .map(({ document: { breakdown, number, issued_on, period, total } }) => ({
        number,
        issued_on,
        period,
        days: 365,
        total,
        used: breakdown!.bases.flatMap((basis) =>
          basis.type === 'metered'
            ? {
                supply_point: basis.supply_point,
                register: basis.register,
                unit: basis.quantity_unit,
                quantity: basis.quantity,
                per_day: (Number(basis.quantity) / 365).toFixed(4),
              }
            : [],
        ),
      }));
    return ok({ settlements });
  },
  [`GET ${HERE}/account`]: ({ world, params }) => {
    const open = openOf(world, params.customer!);
    return ok({
      account: {
        number: '1001000100',
        method: { method: 'transfer' },
        refund_account: '2000145399/0800',
        e_invoice: true,
      },
      open,
      ...balanceOf(open),
      others: [],
    });
  },
  [`GET ${HERE}/payments`]: ({ params }) =>
    ok({ payments: params.customer === 'C-1001' ? payments() : [], next: null }),
  [`GET ${HERE}/advances`]: ({ params }) =>
    ok({ schedules: params.customer === 'C-1001' ? schedules() : [], next: null }),
  [`GET ${HERE}/rainwater`]: ({ params }) => {
    const declarations = [
      {
        supply_point: 'OM-1001',
        valid_from: '2022-07-01',
        surfaces: SURFACES,
        rainfall: '0.655',
        yearly_quantity: '61.31',
        yearly_amount: CZK(309_693),
        exempt: false,
      },
      {
        supply_point: 'OM-1001',
        valid_from: '2019-04-01',
        valid_to: '2022-06-30',
        surfaces: [{ class: 'impermeable', area: '96', coefficient: '0.9' }],
        rainfall: '0.655',
        yearly_quantity: '56.59',
        yearly_amount: CZK(241_200),
        exempt: false,
      },
    ];
    return ok({ declarations: params.customer === 'C-1001' ? declarations : [], next: null });
  },
  [`GET ${HERE}/papers`]: ({ params }) => {
    const paper = (
      id: string,
      kind: string,
      supply_point: string,
      number: string,
      from: string,
    ) => ({
      id,
      kind,
      supply_point,
      number,
      concluded_on: from,
      valid_from: from,
      valid_to: id === 'D-2' ? '2026-09-30' : null,
      size: 412_000,
    });
    const papers = [
      paper('D-1', 'contract', 'OM-1001', 'S-2019-1001', '2019-03-12'),
      paper('D-2', 'contract', 'OM-2001', 'S-2020-2001', '2020-09-01'),
      paper('D-3', 'amendment', 'OM-2001', 'S-2020-2001/1', '2023-01-16'),
    ];
    return ok({ papers: params.customer === 'C-1001' ? papers : [], next: null });
  },
  [`POST ${HERE}/basket`]: basket,
  [`POST ${HERE}/standing-order`]: ({ body }) => {
    const plan = schedules().find((one) => one.supply_point === body.supply_point);
    if (!plan) return problem(409, 'advance_none_to_pay');
    const symbol = plan.variable_symbol ?? '';
    const text = `*1.0*ACC:${IBAN}*CC:CZK*DT:20260515*FRQ:1M*X-VS:${symbol}`;
    return ok({
      amount: plan.amount,
      interval: plan.interval,
      first_on: '2026-05-15',
      standing_order: code(`SPD${text}`),
      consent: code(`SCD${text}`),
      transfer: transfer(plan.amount.minor, symbol, plan.supply_point),
    });
  },
  [`POST ${HERE}/documents/{number}/download`]: download,
  [`POST ${HERE}/papers/{paper}/download`]: ({ params }) =>
    ok(there(`smlouva-${params.paper}.pdf`)),
  'POST /api/typeset/customers/{customer}/documents/{number}': ({ world, params }) => {
    world.made.add(params.number!);
    return ok(there(`faktura-${params.number}.pdf`));
  },
  'POST /api/typeset/customers/{customer}/slip': () => ok(there('prikaz-k-uhrade.pdf')),
  'GET /api/invoices/group': (call) => {
    const { items, next } = group(call, (customer) => {
      return [{ customer, ...balanceOf(openOf(call.world, customer)) }];
    });
    return ok({ customers: items, next });
  },
  'GET /api/invoices/group/receivables': (call) => {
    const { items, next } = group(call, (customer) =>
      openOf(call.world, customer).map((one) => ({ customer, ...one })),
    );
    return ok({ receivables: items, next });
  },
  'GET /api/invoices/group/documents': (call) => {
    const { items, next } = group(call, (customer) =>
      documentsOf(call.world, customer).map((one) => ({ customer, ...line(one) })),
    );
    return ok({ documents: items, next });
  },
};
