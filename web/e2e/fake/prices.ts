// Price lists, and what a usage costs by them.
import type { BillingUnit, Money } from '../../src/invoices/types.ts';
import type { Comparison, Component, Offer, OfferLine, PriceList } from '../../src/prices/types.ts';
import { ok, problem, type Routes } from './api.ts';
import { CZK, rate } from './bills.ts';
import { TODAY } from './world.ts';

type Usage = Record<string, string>;

const MWH = (registers: string[] = []): Component['per'] => ({
  per: 'consumption',
  unit: 'mwh',
  registers,
});
const OF = (unit: BillingUnit): Component['per'] => ({ per: 'consumption', unit, registers: [] });
const MONTH: Component['per'] = { per: 'month' };

function part(
  code: string,
  name: string,
  per: Component['per'],
  price: string,
  more: Partial<Component> = {},
): Component {
  const base = { code, name, names: {}, per, price, tiers: [], vat: rate('21') };
  return { ...base, quantity_decimals: 3, ...more };
}

const breakers = (prices: Record<string, string>): Component[] =>
  Object.entries(prices).map(([capacity, price]) =>
    part(`breaker_${capacity}`, `Měsíční plat za jistič ${capacity}`, MONTH, price, { capacity }),
  );

function list(
  id: string,
  medium: PriceList['medium'],
  product: string,
  cs: string,
  components: Component[],
  more: Partial<PriceList> = {},
): PriceList {
  return {
    id,
    medium,
    product,
    names: { cs },
    valid_from: '2026-01-01',
    currency: 'CZK',
    vat_method: 'from_net',
    months: 'calendar',
    whole_units: false,
    components,
    offered: true,
    ...more,
  };
}

const STATE = [
  part('services', 'Systémové služby', MWH(), '170.92'),
  part('tax', 'Daň z elektřiny', MWH(), '28.30'),
  part('operator', 'Činnost operátora trhu', MONTH, '3.64'),
];
const SOURCE = 'Cenový výměr ERÚ č. 14/2025';

export const LISTS: PriceList[] = [
  list(
    'D02d-2026',
    'electricity',
    'D02d',
    'Běžná spotřeba, jednotarif',
    [
      part('energy', 'Silová elektřina', MWH(['T']), '2890.00'),
      part('network', 'Distribuce', MWH(['T']), '2298.14'),
      ...breakers({ '3x20 A': '236.00', '3x25 A': '295.00', '3x32 A': '378.00' }),
      ...STATE,
    ],
    { legal_source: SOURCE, valid_to: '2026-12-31' },
  ),
  list(
    'D25d-2026',
    'electricity',
    'D25d',
    'Akumulační ohřev vody, dvoutarif',
    [
      part('energy_vt', 'Silová elektřina VT', MWH(['VT']), '3104.00'),
      part('energy_nt', 'Silová elektřina NT', MWH(['NT']), '2461.00'),
      part('network_vt', 'Distribuce VT', MWH(['VT']), '2374.42'),
      part('network_nt', 'Distribuce NT', MWH(['NT']), '304.86'),
      ...breakers({ '3x20 A': '251.00', '3x25 A': '314.00', '3x32 A': '402.00' }),
      ...STATE,
    ],
    { legal_source: SOURCE, valid_to: '2026-12-31' },
  ),
  list('D57d-2026', 'electricity', 'D57d', 'Elektrické vytápění, dvoutarif', [
    part('energy_vt', 'Silová elektřina VT', MWH(['VT']), '2960.00'),
    part('energy_nt', 'Silová elektřina NT', MWH(['NT']), '2702.00'),
    part('network_vt', 'Distribuce VT', MWH(['VT']), '1058.20'),
    part('network_nt', 'Distribuce NT', MWH(['NT']), '304.86'),
    ...breakers({ '3x32 A': '688.00' }),
    ...STATE,
  ]),
  list('VS-2026', 'water', 'Vodné a stočné', 'Vodné a stočné', [
    part('water', 'Vodné', OF('m3'), '54.20', { vat: rate('12') }),
    part('sewer', 'Stočné', OF('m3'), '45.10', {
      vat: rate('12'),
      tiers: [{ beyond: '500', price: '41.90' }],
    }),
    part('rain', 'Srážkové vody', { per: 'rainwater' }, '45.10', { vat: rate('12') }),
  ]),
  list('ZP-2026', 'gas', 'Plyn Standard', 'Plyn Standard', [
    part('energy', 'Plyn', MWH(), '1184.00'),
    part('month', 'Stálý plat', MONTH, '95.00'),
  ]),
];

function quantityOf({ per }: Component, usage: Usage, two: boolean, rain: number) {
  if (per.per === 'month') return { quantity: 12, unit: 'month' as const };
  if (per.per === 'rainwater') return { quantity: rain, unit: 'm3' as const };
  if (per.per === 'ampere_month') return { quantity: 0, unit: 'ampere_month' as const };
  const all = Object.entries(usage).filter(([register]) => {
    if (per.registers.length === 0) return true;
    // What a product has no register for is taken as its first.
    return two ? per.registers.includes(register === 'T' ? 'VT' : register) : true;
  });
  const sum = all.reduce((total, [, value]) => total + Number(value), 0);
  return { quantity: per.unit === 'mwh' ? sum / 1000 : sum, unit: per.unit };
}

function offerOf(of: PriceList, usage: Usage, rain: number, capacity?: string): Offer {
  const two =
    of.components.some(({ per }) => per.per === 'consumption' && per.registers[1] === 'NT') ||
    of.components.some(({ code }) => code === 'energy_nt');
  const lines = of.components
    .filter((one) => !one.capacity || one.capacity === capacity)
    .map((one): OfferLine => {
      const { quantity, unit } = quantityOf(one, usage, two, rain);
      return {
        price_list: of.id,
        component: one.code,
        name: one.name,
        period: { from: TODAY, to: '2027-05-03' },
        quantity: String(Number(quantity.toFixed(3))),
        unit,
        unit_price: one.price,
        amount: CZK(Math.round(quantity * Number(one.price) * 100)),
        vat: one.vat,
      };
    })
    .filter(({ amount }) => amount.minor > 0);
  const net = lines.reduce((sum, { amount }) => sum + amount.minor, 0);
  const percent = of.components[0]!.vat.percent;
  const tax = Math.round((net * Number(percent)) / 100);
  return {
    product: of.product,
    price_lists: [of.id],
    currency: 'CZK',
    vat_method: 'from_net',
    lines,
    vat: [{ rate: rate(percent), net: CZK(net), vat: CZK(tax), gross: CZK(net + tax) }],
    net: CZK(net),
    tax: CZK(tax),
    gross: CZK(net + tax),
    registers_assumed: two && 'T' in usage,
  };
}

export function compare(
  medium: string,
  usage: Usage,
  capacity: string | undefined,
  rain = 0,
): Comparison {
  const found: Comparison = { offers: [], left_out: [] };
  for (const of of LISTS.filter((one) => one.medium === medium)) {
    const named = of.components.filter((one) => one.capacity);
    const left = { product: of.product, price_list: of.id };
    if (named.length > 0 && !capacity) found.left_out.push({ ...left, why: 'capacity_missing' });
    else if (named.length > 0 && !named.some((one) => one.capacity === capacity)) {
      found.left_out.push({ ...left, why: 'capacity_not_offered' });
    } else found.offers.push(offerOf(of, usage, rain, capacity));
  }
  found.offers.sort((a, b) => a.gross.minor - b.gross.minor);
  return found;
}

const cheaper = (of: Money): Money => CZK(Math.round(of.minor * 0.94));

export const routes: Routes = {
  'GET /api/invoices/prices': ({ query }) => {
    const on = query.get('on') ?? TODAY;
    const valid = (one: PriceList) =>
      one.medium === query.get('medium') &&
      one.valid_from <= on &&
      (!one.valid_to || on <= one.valid_to);
    return ok({ price_lists: LISTS.filter(valid) });
  },
  'POST /api/invoices/prices/calculate': ({ body }) => {
    const usage = body.usage as Usage;
    if (Object.values(usage).some((value) => Number(value) > 1e9)) {
      return problem(422, 'quantity_invalid', { field: 'usage' });
    }
    return ok(compare(body.medium, usage, body.capacity, Number(body.rainwater ?? 0)));
  },
  'GET /api/invoices/customers/{customer}/comparison': ({ query }) => {
    const point = query.get('supply_point');
    if (point !== 'OM-2001' && point !== 'OM-1001') return problem(409, 'usage_not_known');
    const power = point === 'OM-2001';
    const capacity = query.get('capacity') ?? '3x25 A';
    const usage: Usage = power ? { VT: '1812.5', NT: '2960' } : { T: '104' };
    const medium = power ? 'electricity' : 'water';
    const now = compare(medium, usage, power ? capacity : undefined);
    const used = Object.entries(usage).map(([register, quantity]) => ({
      register,
      quantity,
      unit: power ? 'kwh' : 'm3',
    }));
    return ok({
      medium,
      ...(power && { capacity }),
      period: { from: '2024-10-01', to: '2025-09-30' },
      whole_year: true,
      used,
      product: power ? 'D25d' : 'Vodné a stočné',
      then: {
        ...now,
        offers: now.offers.map((one) => ({ ...one, gross: cheaper(one.gross) })),
      },
      from_today: now,
    });
  },
};
