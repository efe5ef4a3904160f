// The invented people, places and meters of the fake API. It is always the
// same day there: 2026-05-04, noon in Prague.
import type {
  Change,
  Customer,
  JournalEntry,
  Me,
  Meter,
  Point,
  Reading,
  SignedInDevice,
} from '../../src/api/types.ts';
import type { DocumentDetail } from '../../src/invoices/types.ts';
import { wishes } from './wishes.ts';

export const NOW = '2026-05-04T10:00:00Z';
export const TODAY = '2026-05-04';
export const PASSWORD = 'tri-zelene-kopce-a-reka';
/** The six digits that every second factor here accepts. */
export const TOTP = '123456';

export const CONFIG = {
  name: 'Vodárna a energie Vzorov',
  country: 'CZ',
  time_zone: 'Europe/Prague',
  currency: 'CZK',
  languages: ['cs', 'pl', 'en'],
  media: ['water', 'electricity', 'gas', 'heat'],
  accent: '#0b6b72',
  contact: {
    email: 'zakaznici@vzorov.example',
    phone: '800 100 200',
    web: 'https://vzorov.example',
  },
};

export interface User {
  me: Me;
  password: string;
  totp: boolean;
  codesLeft: number;
  devices: SignedInDevice[];
  journal: JournalEntry[];
  /** Whether the password was given again lately. */
  fresh: boolean;
  passwordChangedAt: string;
}

export class World {
  config: Partial<typeof CONFIG> = {};
  users = new Map<string, User>();
  customers = new Map<string, Customer>();
  meters = new Map<string, Meter[]>();
  readings = new Map<string, Reading[]>();
  changes: Change[] = [];
  /** Of each customer, newest first; made when they are first asked for. */
  documents = new Map<string, DocumentDetail[]>();
  /** Numbers of documents whose PDF was typeset. */
  made = new Set<string>();
  sessions = new Map<string, string>();
  /** Everything answers 503. */
  broken = false;
  /** Requests that were opened by sign-up or recovery. */
  opened: unknown[] = [];
  /** Bodies of the proposals by their idempotency key. */
  count = 0;

  sessionUser(token: string | undefined): string {
    return (token && this.sessions.get(token)) || '';
  }

  sees(user: string, customer: string): boolean {
    return this.users.get(user)?.me.customers.some((c) => c.id === customer) ?? false;
  }

  id(prefix: string): string {
    return `${prefix}-${String(++this.count).padStart(4, '0')}`;
  }
}

const ADDRESS = {
  street: 'Ukázková',
  number: '12/3',
  city: 'Vzorov',
  postcode: '110 00',
  country: 'CZ',
} as const;

const WATER: Point = {
  id: 'OM-1001',
  medium: 'water',
  code: { scheme: 'own', code: '1001-01' },
  address: ADDRESS,
  label: 'Byt 4',
  active: true,
  product: 'Vodné a stočné',
  contract: {
    number: 'S-2019-1001',
    concluded_on: '2019-03-12',
    valid_from: '2019-04-01',
    product: 'Vodné a stočné',
    capacity: 'Q3 2.5 m3/h',
  },
  meters: [
    {
      id: 'M-1001',
      serial: '77410023',
      installed_on: '2022-05-10',
      registers: [{ code: 'T', unit: 'm3' }],
    },
    {
      id: 'M-0987',
      serial: '60118844',
      installed_on: '2016-05-02',
      removed_on: '2022-05-10',
      registers: [{ code: 'T', unit: 'm3' }],
    },
  ],
};

const POWER: Point = {
  id: 'OM-2001',
  medium: 'electricity',
  code: { scheme: 'ean', code: '859182400200000017' },
  address: ADDRESS,
  label: 'Rodinný dům',
  active: true,
  product: 'D25d',
  contract: {
    number: 'S-2020-2001',
    concluded_on: '2020-09-01',
    valid_from: '2020-10-01',
    valid_to: '2026-09-30',
    product: 'D25d',
    capacity: '3x25 A',
  },
  meters: [
    {
      id: 'M-2001',
      serial: 'E-88120',
      installed_on: '2020-10-01',
      registers: [
        { code: 'VT', unit: 'kwh' },
        { code: 'NT', unit: 'kwh' },
      ],
    },
  ],
};

function waterMeter(): Meter {
  return {
    id: 'M-1001',
    serial: '77410023',
    supply_point: 'OM-1001',
    medium: 'water',
    point_label: 'Byt 4',
    installed_on: '2022-05-10',
    registers: [
      {
        code: 'T',
        unit: 'm3',
        digits: 5,
        decimals: 0,
        multiplier: '1',
        last: { read_on: '2025-11-03', value: '412', kind: 'customer' },
      },
    ],
    may_send: { allowed: true },
    window: { from: '2026-05-01', to: '2026-05-15' },
  };
}

function powerMeter(): Meter {
  const last = (value: string) => ({ read_on: '2025-10-01', value, kind: 'actual' as const });
  return {
    id: 'M-2001',
    serial: 'E-88120',
    supply_point: 'OM-2001',
    medium: 'electricity',
    point_label: 'Rodinný dům',
    installed_on: '2020-10-01',
    registers: [
      { code: 'VT', unit: 'kwh', digits: 6, decimals: 1, multiplier: '1', last: last('18420.5') },
      { code: 'NT', unit: 'kwh', digits: 6, decimals: 1, multiplier: '1', last: last('31077.0') },
    ],
    may_send: { allowed: true },
  };
}

function customer(id: string, name: string, points: Point[]): Customer {
  return {
    id,
    name,
    kind: 'household',
    language: 'cs',
    contact: { email: 'anna.ukazkova@posta.example', phone: '+420601123456' },
    address: ADDRESS,
    active: true,
    supply_points: points,
    next: null,
  };
}

function user(me: Omit<Me, 'language' | 'mail'>, more: Partial<User> = {}): User {
  return {
    me: { ...me, language: 'cs', mail: { changes: true } },
    password: PASSWORD,
    totp: false,
    codesLeft: 0,
    fresh: false,
    passwordChangedAt: '2025-12-01T09:00:00Z',
    devices: [
      {
        id: 'device-old',
        created_at: '2026-04-20T18:12:00Z',
        last_seen_at: '2026-05-02T07:31:00Z',
        device: 'Firefox, Windows',
        source: '192.0.2.44',
        current: false,
      },
    ],
    journal: [
      {
        at: '2026-05-02T07:31:00Z',
        action: 'sign_in',
        result: 'ok',
        device: 'Firefox, Windows',
        source: '192.0.2.44',
      },
      {
        at: '2026-05-02T07:30:12Z',
        action: 'sign_in',
        result: 'failed',
        device: 'Firefox, Windows',
        source: '192.0.2.44',
      },
      {
        at: '2026-04-20T18:12:00Z',
        action: 'sign_in',
        result: 'ok',
        device: 'Chrome, Android',
        source: '198.51.100.7',
      },
    ],
    ...more,
  };
}

/** Anna has a flat and a house, a manager has 300 customers, Otto works in the office. */
export function makeWorld(): World {
  const world = new World();
  world.customers.set('C-1001', customer('C-1001', 'Anna Ukázková', [WATER, POWER]));
  world.meters.set('C-1001', [waterMeter(), powerMeter()]);
  world.readings.set('M-1001', [
    {
      read_on: '2025-11-03',
      kind: 'customer',
      values: { T: '412' },
      consumption: { T: '24' },
      total: '24',
      per_day: { T: '0.13' },
      days: 184,
      change: 'CH-0900',
    },
    {
      read_on: '2025-05-03',
      kind: 'actual',
      values: { T: '388' },
      consumption: { T: '49' },
      total: '49',
      per_day: { T: '0.13' },
      days: 365,
      invoice: '2505001001',
    },
    {
      read_on: '2024-05-03',
      kind: 'estimated',
      values: { T: '339' },
      consumption: { T: '51' },
      total: '51',
      per_day: { T: '0.14' },
      days: 366,
      invoice: '2405001001',
    },
    { read_on: '2022-05-10', kind: 'initial', values: { T: '0' }, consumption: {}, per_day: {} },
  ]);
  world.readings.set('M-2001', [
    {
      read_on: '2025-10-01',
      kind: 'actual',
      values: { VT: '18420.5', NT: '31077.0' },
      consumption: { VT: '1812.5', NT: '3401.0' },
      total: '5213.5',
      per_day: { VT: '4.97', NT: '9.32' },
      days: 365,
      invoice: '2510002001',
    },
    {
      read_on: '2024-10-01',
      kind: 'actual',
      values: { VT: '16608.0', NT: '27676.0' },
      consumption: { VT: '1790.0', NT: '3522.0' },
      total: '5312.0',
      per_day: { VT: '4.89', NT: '9.62' },
      days: 366,
      invoice: '2410002001',
    },
    {
      read_on: '2020-10-01',
      kind: 'initial',
      values: { VT: '9300.0', NT: '14100.0' },
      consumption: {},
      per_day: {},
    },
  ]);

  world.users.set(
    'anna',
    user({
      user: 'anna',
      email: 'anna@posta.example',
      customers: [{ id: 'C-1001', name: 'Anna Ukázková', kind: 'household', role: 'holder' }],
      permissions: [],
      staff: false,
    }),
  );
  const houses = Array.from({ length: 300 }, (_, i) => ({
    id: `C-${5001 + i}`,
    name: `Bytový dům Vzorová ${i + 1}`,
    kind: 'institution' as const,
    role: i % 3 === 0 ? ('holder' as const) : ('viewer' as const),
  }));
  for (const { id, name } of houses) {
    world.customers.set(id, customer(id, name, []));
    world.meters.set(id, []);
  }
  world.users.set(
    'spravce',
    user({
      user: 'spravce',
      email: 'spravce@domy.example',
      customers: houses,
      permissions: [],
      staff: false,
    }),
  );
  world.users.set(
    'otto',
    user(
      {
        user: 'otto',
        email: 'otto@vzorov.example',
        customers: [],
        permissions: [
          'customers_read',
          'changes_read',
          'changes_decide',
          'customers_invite',
          'users_manage',
        ],
        staff: true,
      },
      { totp: true, codesLeft: 9 },
    ),
  );
  world.changes.push({
    id: 'CH-0900',
    customer: 'C-1001',
    kind: 'reading',
    subject: 'meter/M-1001',
    state: 'applied',
    data: {
      supply_point: 'OM-1001',
      meter: 'M-1001',
      serial: '77410023',
      read_on: '2025-11-03',
      values: { T: '412' },
      before: { T: '388' },
      before_on: '2025-05-03',
      rolled_over: [],
    },
    proposed_at: '2025-11-03T17:20:00Z',
    late: false,
    findings: [],
    history: [
      { state: 'proposed', at: '2025-11-03T17:20:00Z', by: 'customer' },
      { state: 'approved', at: '2025-11-03T17:20:00Z', by: 'rule' },
      { state: 'handed_over', at: '2025-11-03T17:20:03Z', by: 'rule' },
      { state: 'applied', at: '2025-11-03T17:24:40Z', by: 'billing' },
    ],
    version: 4,
  });
  world.changes.push(...wishes('C-5001'));
  return world;
}
