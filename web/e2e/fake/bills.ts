// The invented bills of the fake API. Sums are computed here, so that they hold
// together; the settlement of 2024 is wrong on purpose.
import type {
  Basis,
  Breakdown,
  DocumentDetail,
  DocumentState,
  Finding,
  Invoice,
  InvoiceKind,
  Line,
  LineKind,
  Money,
  Period,
  VatRate,
  VatTotal,
} from '../../src/invoices/types.ts';

export const CZK = (minor: number): Money => ({ minor, currency: 'CZK' });
const BUYER = {
  name: 'Anna Ukázková',
  address: {
    street: 'Ukázková',
    number: '12/3',
    city: 'Vzorov',
    postcode: '110 00',
    country: 'CZ',
  },
} as const;

export const rate = (percent: string): VatRate => ({ percent, category: 'standard' });

interface Priced {
  kind: LineKind;
  name: string;
  quantity: string;
  unit: Line['unit'];
  price: string;
  bases?: readonly number[];
  vat?: string;
  component?: string;
}

/** A breakdown whose sums follow from its lines. */
function breakdown(
  point: string,
  period: Period,
  list: string,
  bases: Basis[],
  priced: Priced[],
  vat: string,
  advances: [string, number, string?][],
): Breakdown {
  const lines = priced.map((one): Line => ({
    supply_point: point,
    kind: one.kind,
    name: one.name,
    period,
    bases: [...(one.bases ?? [])],
    quantity: one.quantity,
    unit: one.unit,
    unit_price: one.price,
    price: one.component ? { price_list: list, component: one.component } : null,
    amount: CZK(Math.round(Number(one.quantity) * Number(one.price) * 100)),
    vat: rate(one.vat ?? vat),
  }));
  const percents = [...new Set(lines.map((line) => line.vat.percent))];
  const totals = percents.map((percent): VatTotal => {
    const of = lines.filter((line) => line.vat.percent === percent);
    const net = of.reduce((sum, line) => sum + line.amount.minor, 0);
    const tax = Math.round((net * Number(percent)) / 100);
    return { rate: rate(percent), net: CZK(net), vat: CZK(tax), gross: CZK(net + tax) };
  });
  const sum = (of: (total: VatTotal) => Money) =>
    totals.reduce((all, total) => all + of(total).minor, 0);
  const paid = advances.reduce((all, [, minor]) => all + minor, 0);
  const gross = sum((total) => total.gross);
  return {
    bases,
    lines,
    vat_method: 'from_net',
    vat: totals,
    advances: advances.map(([paid_on, minor, tax_document]) => ({
      paid_on,
      amount: CZK(minor),
      tax_document,
      taxed: [],
    })),
    totals: {
      net: CZK(sum((total) => total.net)),
      vat: CZK(sum((total) => total.vat)),
      gross: CZK(gross),
      advances: CZK(paid),
      rounding: CZK(0),
      payable: CZK(gross - paid),
    },
  };
}

const months = (from: string, count: number, minor: number): [string, number, string?][] =>
  Array.from({ length: count }, (_, i) => {
    const day = new Date(`${from}T00:00:00Z`);
    day.setUTCMonth(day.getUTCMonth() + i);
    const text = day.toISOString().slice(0, 10);
    return [text, minor, `ZD${text.slice(2, 4)}${text.slice(5, 7)}0412`];
  });

interface Register {
  from: [string, string];
  to: [string, string];
  used: string;
}

function power(year: number, vt: Register, nt: Register, price: string): Breakdown {
  const period = { from: `${year - 1}-10-01`, to: `${year}-09-30` };
  const mwh = (kwh: string) => (Number(kwh) / 1000).toFixed(4);
  const basis = (register: string, of: Register): Basis => ({
    type: 'metered',
    supply_point: 'OM-2001',
    meter: 'M-2001',
    serial: 'E-88120',
    register,
    from: { on: of.from[0], value: of.from[1], kind: 'actual' },
    to: { on: of.to[0], value: of.to[1], kind: 'actual' },
    unit: 'kwh',
    multiplier: '1',
    measured: of.used,
    quantity: mwh(of.used),
    quantity_unit: 'mwh',
    quantity_decimals: 4,
  });
  const both = mwh(String(Number(vt.used) + Number(nt.used)));
  const used = (name: string, quantity: string, cost: string, bases: number[], component: string) =>
    ({ kind: 'consumption', name, quantity, unit: 'mwh', price: cost, bases, component }) as const;
  const monthly = (name: string, cost: string, component: string) =>
    ({ kind: 'fixed', name, quantity: '12', unit: 'month', price: cost, component }) as const;
  return breakdown(
    'OM-2001',
    period,
    `D25d-${year - 1}`,
    [basis('VT', vt), basis('NT', nt)],
    [
      used('Silová elektřina VT', mwh(vt.used), price, [0], 'energy_vt'),
      used('Silová elektřina NT', mwh(nt.used), '2490.00', [1], 'energy_nt'),
      used('Distribuce VT', mwh(vt.used), '1986.47', [0], 'distribution_vt'),
      used('Distribuce NT', mwh(nt.used), '245.12', [1], 'distribution_nt'),
      used('Systémové služby', both, '170.92', [0, 1], 'system'),
      used('Daň z elektřiny', both, '28.30', [0, 1], 'tax'),
      monthly('Stálý plat obchodníka', '130.00', 'supplier'),
      monthly('Jistič 3x25 A', '259.00', 'breaker'),
      monthly('Nesíťová infrastruktura', '11.62', 'operator'),
    ],
    '21',
    months(`${year - 1}-10-15`, 12, 210_000),
  );
}

function water(year: number, from: string, to: string, used: string, advance: number): Breakdown {
  const period = { from: `${year - 1}-05-04`, to: `${year}-05-03` };
  const kind = year === 2024 ? 'estimated' : 'actual';
  const used12 = (name: string, price: string, component: string) =>
    ({
      kind: 'consumption',
      name,
      quantity: used,
      unit: 'm3',
      price,
      bases: [0],
      component,
    }) as const;
  return breakdown(
    'OM-1001',
    period,
    `VODA-${year - 1}`,
    [
      {
        type: 'metered',
        supply_point: 'OM-1001',
        meter: 'M-1001',
        serial: '77410023',
        register: 'T',
        from: { on: period.from, value: from, kind: year === 2025 ? 'estimated' : 'actual' },
        to: { on: period.to, value: to, kind },
        unit: 'm3',
        multiplier: '1',
        measured: used,
        quantity: used,
        quantity_unit: 'm3',
        quantity_decimals: 0,
      },
      {
        type: 'rainwater',
        supply_point: 'OM-1001',
        surfaces: SURFACES,
        rainfall: '0.655',
        months: '12',
        quantity: '61.31',
        quantity_decimals: 2,
      },
    ],
    [
      used12('Vodné', '54.20', 'water'),
      used12('Stočné', '45.10', 'sewage'),
      {
        kind: 'rainwater',
        name: 'Odvádění srážkových vod',
        quantity: '61.31',
        unit: 'm3',
        price: '45.10',
        bases: [1],
        component: 'rain',
      },
      {
        kind: 'other',
        name: 'Mimořádný odečet na žádost',
        quantity: '1',
        unit: 'piece',
        price: '120.00',
        vat: '21',
      },
    ],
    '12',
    [
      [`${year - 1}-08-15`, advance],
      [`${year - 1}-11-15`, advance],
      [`${year}-02-15`, advance],
    ],
  );
}

export const SURFACES = [
  { class: 'impermeable', name: 'Střecha domu', area: '96', coefficient: '0.9' },
  { class: 'permeable', name: 'Dlažba na dvoře', area: '18', coefficient: '0.4' },
] as const satisfies Breakdown['bases'] extends (infer B)[]
  ? B extends { surfaces: infer S }
    ? S
    : never
  : never;

function document(
  number: string,
  kind: InvoiceKind,
  issued_on: string,
  total: number,
  state: DocumentState,
  more: Partial<Invoice> & { settled?: number; days?: number; findings?: Finding[] } = {},
): DocumentDetail {
  const { settled = state === 'paid' ? total : 0, days = 0, findings, ...invoice } = more;
  const owed = state === 'none' || state === 'cancelled' ? [] : [`P-${number}`];
  const due_on = invoice.due_on ?? issued_on;
  return {
    document: {
      number,
      kind,
      issued_on,
      total: CZK(total),
      supply_points: [],
      buyer: BUYER,
      cancelled: state === 'cancelled',
      taxable_on: kind === 'advance_request' ? null : issued_on,
      ...invoice,
    },
    state,
    paid: owed.length ? CZK(settled) : null,
    remaining: owed.length ? CZK(total - settled) : null,
    days_overdue: days,
    owed: owed.map((receivable) => ({
      receivable,
      amount: CZK(total),
      settled: CZK(settled),
      due_on,
    })),
    check: invoice.breakdown
      ? {
          agrees: !findings,
          differs: !!findings,
          payable: CZK(findings ? total - (findings.at(-1)!.difference?.minor ?? 0) : total),
          findings: findings ?? [],
        }
      : null,
  };
}

const FILE = {
  key: 'billing/invoices/1.pdf',
  content_type: 'application/pdf',
  size: 81_233,
} as const;

/** Newest first. */
export function makeDocuments(): DocumentDetail[] {
  return made().sort((a, b) => b.document.issued_on.localeCompare(a.document.issued_on));
}

function made(): DocumentDetail[] {
  const vt25: Register = { from: ['2024-10-01', '16608.0'], to: ['2025-10-01', '18420.5'], used: '1812.5' }; // prettier-ignore
  const nt25: Register = { from: ['2024-10-01', '27676.0'], to: ['2025-10-01', '31077.0'], used: '3401.0' }; // prettier-ignore
  const vt24: Register = { from: ['2023-10-01', '14818.0'], to: ['2024-10-01', '16608.0'], used: '1790.0' }; // prettier-ignore
  const nt24: Register = { from: ['2023-10-01', '24154.0'], to: ['2024-10-01', '27676.0'], used: '3522.0' }; // prettier-ignore
  const vt23: Register = { from: ['2022-10-01', '12870.5'], to: ['2023-10-01', '14818.0'], used: '1947.5' }; // prettier-ignore
  const nt23: Register = { from: ['2022-10-01', '20401.0'], to: ['2023-10-01', '24154.0'], used: '3753.0' }; // prettier-ignore
  const settlement = (
    number: string,
    issued_on: string,
    due_on: string,
    point: string,
    made: Breakdown,
    findings?: Finding[],
  ) =>
    document(number, 'settlement', issued_on, made.totals.payable.minor, 'paid', {
      due_on,
      period: made.lines[0]!.period,
      supply_points: [point],
      variable_symbol: number,
      breakdown: made,
      findings,
      file: point === 'OM-1001' ? FILE : undefined,
    });
  const advances = ['2026-04', '2026-03', '2026-02', '2026-01', '2025-12', '2025-11'].flatMap(
    (month) => {
      const digits = month.slice(2).replace('-', '');
      const period = { from: `${month}-01`, to: `${month}-28` };
      const more = { period, supply_points: ['OM-2001'], variable_symbol: '2001000101' };
      return [
        document(`ZD${digits}0412`, 'advance_tax_document', `${month}-20`, 240_000, 'none', more),
        document(`${digits}000412`, 'advance_request', `${month}-01`, 240_000, 'paid', {
          ...more,
          due_on: `${month}-15`,
        }),
      ];
    },
  );
  const bad = power(2024, vt24, nt24, '2990.00');
  const payable = bad.totals.payable.minor;
  const right = payable - Math.round(1.79 * 100 * 1.21 * 100);
  const wrong: Finding[] = [
    {
      code: 'unit_price_differs',
      place: { part: 'line', index: 0 },
      said: { type: 'number', value: '2990.00' },
      computed: { type: 'number', value: '2890.00' },
      difference: CZK(17_900),
    },
    {
      code: 'payable_differs',
      place: { part: 'document' },
      said: { type: 'money', value: CZK(payable) },
      computed: { type: 'money', value: CZK(right) },
      difference: CZK(payable - right),
    },
  ];
  return [
    document('2605000412', 'advance_request', '2026-05-01', 264_000, 'open', {
      due_on: '2026-05-15',
      period: { from: '2026-05-01', to: '2026-05-31' },
      supply_points: ['OM-2001'],
      variable_symbol: '2001000101',
    }),
    document('2604000009', 'credit_note', '2026-04-28', -31_240, 'open', {
      corrects: '2410002001',
      supply_points: ['OM-2001'],
      note: 'Oprava jednotkové ceny silové elektřiny VT.',
    }),
    document('2603000071', 'invoice', '2026-04-08', 124_000, 'overdue', {
      due_on: '2026-04-22',
      supply_points: ['OM-1001'],
      variable_symbol: '2603000071',
      note: 'Výjezd technika 2. 4. 2026: výměna uzávěru před vodoměrem.',
      file: FILE,
      days: 12,
    }),
    document('2602000031', 'invoice', '2026-02-11', 86_000, 'partly', {
      due_on: '2026-05-29',
      settled: 43_000,
      supply_points: ['OM-1001'],
      variable_symbol: '2602000031',
      file: FILE,
    }),
    document('2601000002', 'invoice', '2026-01-09', 50_000, 'cancelled', {
      due_on: '2026-01-23',
      note: 'Vystaveno omylem.',
    }),
    ...advances,
    settlement('2510002001', '2025-10-14', '2025-10-30', 'OM-2001', power(2025, vt25, nt25, '2890.00')), // prettier-ignore
    settlement('2505001001', '2025-05-20', '2025-06-05', 'OM-1001', water(2025, '339', '388', '49', 320_000)), // prettier-ignore
    settlement('2410002001', '2024-10-14', '2024-10-30', 'OM-2001', bad, wrong), // prettier-ignore
    settlement('2405001001', '2024-05-20', '2024-06-05', 'OM-1001', water(2024, '288', '339', '51', 290_000)), // prettier-ignore
    settlement('2310002001', '2023-10-13', '2023-10-30', 'OM-2001', power(2023, vt23, nt23, '2890.00')), // prettier-ignore
  ];
}

/** The picture of one payment; it is the same for each. */
export const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 41 41"><path fill="#fff" d="M0 0h41v41H0z"/><path stroke="#000" d="M4 4.5h7m1 0h1m1 0h1m2 0h1m1 0h1m5 0h1m2 0h1m1 0h7m-33 1h1m5 0h1m1 0h4m2 0h1m1 0h1m1 0h1m1 0h2m1 0h1m2 0h1m5 0h1m-33 1h1m1 0h3m1 0h1m2 0h1m3 0h1m1 0h2m2 0h1m6 0h1m1 0h3m1 0h1m-33 1h1m1 0h3m1 0h1m1 0h3m2 0h1m3 0h2m1 0h1m3 0h1m1 0h1m1 0h3m1 0h1m-33 1h1m1 0h3m1 0h1m4 0h1m2 0h3m1 0h1m4 0h1m2 0h1m1 0h3m1 0h1m-33 1h1m5 0h1m5 0h2m8 0h2m2 0h1m5 0h1m-33 1h7m1 0h1m1 0h1m1 0h1m1 0h1m1 0h1m1 0h1m1 0h1m1 0h1m1 0h1m1 0h7m-25 1h1m2 0h2m1 0h1m4 0h1m-20 1h1m1 0h2m1 0h3m3 0h3m8 0h1m3 0h1m2 0h1m1 0h2m-33 1h2m6 0h2m4 0h5m5 0h1m4 0h2m1 0h1m-33 1h4m1 0h2m1 0h4m2 0h1m3 0h1m1 0h1m1 0h1m2 0h2m1 0h2m-30 1h1m2 0h3m3 0h2m2 0h1m2 0h4m1 0h1m5 0h1m1 0h2m1 0h1m-33 1h2m1 0h1m1 0h3m1 0h2m1 0h1m2 0h1m4 0h3m1 0h2m1 0h1m-26 1h3m3 0h2m4 0h1m3 0h3m1 0h2m2 0h2m1 0h1m1 0h2m-31 1h1m3 0h2m5 0h2m1 0h3m1 0h1m1 0h1m2 0h3m2 0h1m-30 1h4m4 0h2m1 0h1m2 0h1m2 0h1m1 0h2m2 0h2m-26 1h2m1 0h1m2 0h1m2 0h2m1 0h2m2 0h3m1 0h1m2 0h1m2 0h1m2 0h1m2 0h1m-33 1h4m1 0h1m3 0h2m1 0h3m2 0h1m1 0h2m1 0h1m2 0h1m1 0h1m-27 1h1m1 0h1m1 0h3m1 0h1m3 0h3m1 0h1m2 0h4m1 0h1m4 0h1m-30 1h1m1 0h1m3 0h2m2 0h2m4 0h4m1 0h2m1 0h2m1 0h2m2 0h1m-29 1h4m2 0h1m1 0h1m1 0h1m1 0h1m4 0h3m1 0h1m1 0h1m1 0h1m1 0h2m-33 1h1m1 0h1m5 0h1m2 0h2m2 0h1m2 0h1m2 0h2m1 0h1m3 0h2m1 0h1m-26 1h1m2 0h1m2 0h2m6 0h1m3 0h1m3 0h1m1 0h2m-31 1h1m1 0h3m1 0h1m5 0h1m1 0h2m1 0h3m1 0h1m2 0h1m1 0h1m2 0h2m-32 1h1m1 0h2m1 0h2m3 0h2m1 0h1m3 0h3m1 0h1m2 0h9m-25 1h2m1 0h1m2 0h5m1 0h1m2 0h2m3 0h1m3 0h1m-33 1h7m1 0h7m4 0h1m1 0h1m2 0h1m1 0h1m1 0h2m1 0h2m-33 1h1m5 0h1m1 0h1m1 0h1m2 0h1m1 0h1m2 0h4m2 0h1m3 0h2m1 0h1m-32 1h1m1 0h3m1 0h1m2 0h1m2 0h2m1 0h3m2 0h3m1 0h6m1 0h1m-32 1h1m1 0h3m1 0h1m1 0h2m7 0h1m2 0h1m5 0h2m3 0h2m-33 1h1m1 0h3m1 0h1m1 0h4m1 0h3m3 0h3m1 0h1m1 0h3m1 0h2m-31 1h1m5 0h1m2 0h2m1 0h3m3 0h1m4 0h1m3 0h1m1 0h2m-31 1h7m1 0h1m1 0h3m1 0h1m2 0h1m2 0h4m2 0h1m1 0h1m2 0h1"/></svg>';
