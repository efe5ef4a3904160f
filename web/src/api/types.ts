// What the API takes and answers, route by route.

export type Language = 'cs' | 'pl' | 'en';
export type Medium = 'water' | 'electricity' | 'gas' | 'heat';
export type Unit = 'm3' | 'kwh' | 'gj';
export type Country = 'CZ' | 'PL' | 'SK' | 'DE' | 'AT';
export type Role = 'holder' | 'viewer';
export type CustomerKind = 'household' | 'business' | 'institution';
export type ReadingKind = 'actual' | 'customer' | 'estimated' | 'initial' | 'final';
export type ChangeKind = 'reading' | 'contact' | 'mailing_address';
export type ChangeState =
  'proposed' | 'approved' | 'handed_over' | 'applied' | 'rejected' | 'refused' | 'withdrawn';
export type Permission =
  'customers_read' | 'changes_read' | 'changes_decide' | 'customers_invite' | 'users_manage';

/** Exact, as text: `"1234.50"`. */
export type Decimal = string;
/** `YYYY-MM-DD` in the utility's time zone. */
export type Day = string;
/** RFC 3339, UTC. */
export type Instant = string;
/** Register code to value. */
export type Values = Record<string, Decimal>;

export interface Address {
  street: string;
  number: string;
  city: string;
  postcode: string;
  country: Country;
}

export interface Contact {
  email?: string;
  phone?: string;
}

export interface MyCustomer {
  id: string;
  name: string;
  kind: CustomerKind;
  role: Role;
  /** Only this point, if limited. */
  supply_point?: string;
}

export interface Me {
  user: string;
  email: string;
  language: Language;
  mail: { changes: boolean };
  customers: MyCustomer[];
  permissions: Permission[];
  staff: boolean;
}

export interface Contract {
  number: string;
  concluded_on: Day;
  valid_from: Day;
  valid_to?: Day;
  product: string;
  capacity?: string;
}

export interface PointMeter {
  id: string;
  serial: string;
  installed_on: Day;
  removed_on?: Day;
  registers: { code: string; unit: Unit }[];
}

export interface Point {
  id: string;
  medium: Medium;
  code: { scheme: string; code: string };
  address: Address;
  label?: string;
  active: boolean;
  product: string;
  contract: Contract;
  meters: PointMeter[];
}

export interface Customer {
  id: string;
  name: string;
  kind: CustomerKind;
  language: Language;
  contact: Contact;
  /** Not for who may see one supply point only. */
  address?: Address;
  mailing_address?: Address;
  company_number?: string;
  active: boolean;
  /** The first 50. */
  supply_points: Point[];
  next: string | null;
}

export interface Register {
  code: string;
  unit: Unit;
  digits: number;
  decimals: number;
  multiplier: Decimal;
  last?: { read_on: Day; value: Decimal; kind: ReadingKind };
}

export interface Meter {
  id: string;
  serial: string;
  supply_point: string;
  medium: Medium;
  point_label: string;
  installed_on: Day;
  removed_on?: Day;
  registers: Register[];
  may_send: { allowed: boolean; code?: string };
  window?: { from: Day; to: Day };
}

export interface Reading {
  read_on: Day;
  kind: ReadingKind;
  values: Values;
  consumption: Values;
  total?: Decimal;
  per_day: Values;
  days?: number;
  invoice?: string;
  change?: string;
}

export type FindingCode =
  'R01' | 'R02' | 'R03' | 'R04' | 'R05' | 'R06' | 'R07' | 'R08' | 'R09' | 'R10' | 'R11' | 'R12';

export interface Finding {
  code: FindingCode;
  severity: string;
  register?: string;
  params?: Record<string, string | number>;
}

export interface Suggestion {
  code: string;
  values?: Values;
  meter?: string;
}

export interface ReadingClaim {
  read_on: Day;
  values: Values;
  serial?: string;
}

export interface ReadingCheck {
  verdict: 'accepted' | 'informative' | 'confirm' | 'operator' | 'refused';
  findings: Finding[];
  suggestions: Suggestion[];
  consumption: Values;
  per_day: Values;
}

export interface ReadingData {
  supply_point: string;
  meter: string;
  serial: string;
  read_on: Day;
  values: Values;
  before: Values;
  before_on?: Day;
  rolled_over: string[];
}
export interface ContactData {
  before: Contact;
  after: Contact;
}
export interface MailingAddressData {
  before: Address | null;
  after: Address | null;
}

export interface Step {
  state: ChangeState;
  at: Instant;
  by: 'customer' | 'operator' | 'rule' | 'billing';
  /** Office only. */
  who?: string;
  reason?: { code?: string; text?: string };
}

export type Change = {
  id: string;
  customer: string;
  subject: string;
  state: ChangeState;
  evidence?: { findings?: Finding[] } & Record<string, unknown>;
  proposed_at: Instant;
  /** Office only. */
  proposed_by?: string;
  late: boolean;
  reason?: { code?: string; text?: string };
  history: Step[];
  version: number;
} & (
  | { kind: 'reading'; data: ReadingData }
  | { kind: 'contact'; data: ContactData }
  | { kind: 'mailing_address'; data: MailingAddressData }
);

/** For operators: 0, nothing unusual, to 9. */
export type OfficeChange = Change & { risk: number };

export interface Proposed {
  change: string;
  state: ChangeState;
}

export interface Security {
  email: string;
  totp: boolean;
  recovery_codes_left: number;
  password_changed_at: Instant;
  must_enrol: boolean;
}

export interface SignedInDevice {
  id: string;
  created_at: Instant;
  last_seen_at: Instant;
  device?: string | null;
  source?: string | null;
  current: boolean;
}

export interface JournalEntry {
  at: Instant;
  action: string;
  result: string;
  source?: string | null;
  device?: string | null;
  detail?: string;
}

export interface Staff {
  user: string;
  email: string;
  permissions: Permission[];
  active: boolean;
  totp: boolean;
  last_sign_in?: Instant;
}

export interface SearchHit {
  customer: string;
  name: string;
  matched: { kind: 'customer' | 'supply_point' | 'meter'; id: string; label: string };
}

export interface Decided {
  customer: string;
  id: string;
  result:
    'decided' | 'awaiting_second' | 'already_decided' | 'changed' | 'not_found' | 'own_change';
  state?: ChangeState;
}

interface InvoiceProof {
  customer: string;
  invoice: string;
  amount?: Decimal;
  meter?: string;
  email: string;
  language: Language;
}

type Cursor = { cursor?: string };
type Next = { next: string | null };

/** Route by route: what is sent (`body`), asked (`query`) and answered. */
export interface Routes {
  'POST /api/auth/sign-up': { body: InvoiceProof; answer: { request: string } };
  'POST /api/auth/activate': {
    body: { request: string; email_code: string; letter_code?: string; password: string };
    answer: { email: string };
  };
  'POST /api/auth/sign-in': {
    body: { login: string; password: string; code?: string };
    answer: { user: string };
  };
  'POST /api/auth/sign-out': { answer: void };
  'POST /api/auth/recovery': { body: InvoiceProof; answer: { request: string } };
  'POST /api/auth/recovery/complete': {
    body: { request: string; code: string; password: string; second_factor?: string };
    answer: unknown;
  };
  'POST /api/auth/invitations/accept': {
    body: { invitation: string; code: string; password: string };
    answer: { email: string };
  };
  'POST /api/auth/reauthenticate': { body: { password: string; code?: string }; answer: void };
  'POST /api/auth/password': { body: { password: string }; answer: void };
  'POST /api/auth/email': { body: { email: string }; answer: void };
  'POST /api/auth/email/confirm': { body: { code: string }; answer: void };
  'GET /api/auth/security': { answer: Security };
  'POST /api/auth/totp': { answer: { secret: string; uri: string; qr_svg: string } };
  'POST /api/auth/totp/confirm': { body: { code: string }; answer: { recovery_codes: string[] } };
  'POST /api/auth/totp/recovery-codes': { answer: { recovery_codes: string[] } };
  'DELETE /api/auth/totp': { answer: void };
  'GET /api/auth/sessions': { answer: { sessions: SignedInDevice[] } };
  'DELETE /api/auth/sessions/{id}': { answer: void };
  'POST /api/auth/sessions/end-others': { answer: void };
  'POST /api/auth/sessions/end-all': { answer: void };
  'GET /api/auth/journal': { query: Cursor; answer: { entries: JournalEntry[] } & Next };
  'GET /api/auth/office/staff': { answer: { staff: Staff[] } };
  'POST /api/auth/office/invitations': {
    body: { email: string; permissions: Permission[]; language: Language };
    answer: void;
  };
  'PUT /api/auth/office/staff/{user}': {
    body: { permissions: Permission[]; active: boolean };
    answer: void;
  };
  'POST /api/auth/office/customers/{customer}/invitations': {
    body: { email: string; language: Language };
    answer: { way: 'email' | 'two_part' };
  };
  'GET /api/auth/office/customers/{customer}/users': {
    answer: { users: { email: string; role: Role; since: Instant; last_sign_in?: Instant }[] };
  };

  'GET /api/account/me': { answer: Me };
  'PUT /api/account/me/preferences': {
    body: { language: Language; mail: { changes: boolean } };
    answer: void;
  };
  'GET /api/account/customers/{customer}': { answer: Customer };
  'GET /api/account/customers/{customer}/supply-points': {
    query: Cursor;
    answer: { supply_points: Point[] } & Next;
  };
  'GET /api/account/customers/{customer}/supply-points/{point}': { answer: Point };
  'POST /api/account/customers/{customer}/contact': { body: Contact; answer: Proposed };
  'POST /api/account/customers/{customer}/mailing-address': {
    body: { address: Address | null };
    answer: Proposed;
  };
  'GET /api/account/office/search': {
    query: Cursor & { q: string };
    answer: { hits: SearchHit[] } & Next;
  };
  'GET /api/account/office/customers/{customer}': { answer: Customer };
  'GET /api/account/office/names': {
    query: { customers: string };
    answer: { names: Record<string, string> };
  };

  'GET /api/readings/customers/{customer}/meters': {
    query: Cursor & { supply_point?: string };
    answer: { meters: Meter[] } & Next;
  };
  'GET /api/readings/customers/{customer}/meters/{meter}': {
    query: Cursor;
    answer: { meter: Meter; readings: Reading[] } & Next;
  };
  'POST /api/readings/customers/{customer}/meters/{meter}/check': {
    body: ReadingClaim;
    answer: ReadingCheck;
  };
  'POST /api/readings/customers/{customer}/meters/{meter}/readings': {
    body: ReadingClaim & { confirmed: FindingCode[] };
    answer: Proposed & { findings: Finding[] };
  };
  'GET /api/readings/office/customers/{customer}/meters': {
    query: Cursor & { supply_point?: string };
    answer: { meters: Meter[] } & Next;
  };
  'GET /api/readings/office/customers/{customer}/meters/{meter}': {
    query: Cursor;
    answer: { meter: Meter; readings: Reading[] } & Next;
  };

  'GET /api/changes/customers/{customer}/changes': {
    query: Cursor & { subject?: string };
    answer: { changes: Change[] } & Next;
  };
  'GET /api/changes/customers/{customer}/changes/{change}': { answer: Change };
  'POST /api/changes/customers/{customer}/changes/{change}/withdraw': { answer: Change };
  'GET /api/changes/office/changes': {
    query: Cursor & {
      state?: ChangeState;
      kind?: ChangeKind;
      sort?: 'age' | 'risk';
      late?: 'true';
    };
    answer: { changes: OfficeChange[] } & Next;
  };
  'GET /api/changes/office/counts': {
    answer: { proposed: Partial<Record<ChangeKind, number>>; late: number; more: boolean };
  };
  'GET /api/changes/office/customers/{customer}/changes': {
    query: Cursor;
    answer: { changes: Change[] } & Next;
  };
  'GET /api/changes/office/customers/{customer}/changes/{change}': { answer: Change };
  'POST /api/changes/office/decisions': {
    body: {
      decision: 'approve' | 'reject';
      reason?: string;
      changes: { customer: string; id: string; version: number }[];
    };
    answer: { results: Decided[] };
  };
}
