// What the API says about money: the shapes of `shared/contracts` and the
// routes of `functions/invoices`.
import type { Address, Day, Decimal, Instant, Language, ReadingKind, Unit } from '../api/types.ts';

export type Currency = 'CZK' | 'PLN' | 'EUR';

/** In hundredths of the currency's unit. */
export interface Money {
  minor: number;
  currency: Currency;
}

export interface Period {
  from: Day;
  /** The last day. */
  to: Day;
}

export const KINDS = [
  'settlement',
  'invoice',
  'advance_request',
  'advance_tax_document',
  'credit_note',
] as const;
export type InvoiceKind = (typeof KINDS)[number];

export const STATES = ['overdue', 'open', 'partly', 'paid', 'cancelled', 'none'] as const;
/** `none`: nothing is to be paid on it. */
export type DocumentState = (typeof STATES)[number];

/** A document in a list. */
export interface DocumentLine {
  number: string;
  kind: InvoiceKind;
  period?: Period | null;
  issued_on: Day;
  due_on?: Day | null;
  total: Money;
  state: DocumentState;
  /** Nothing of both: nothing is owed on it. */
  paid?: Money | null;
  remaining?: Money | null;
  days_overdue: number;
  variable_symbol?: string | null;
  supply_points: string[];
  corrects?: string | null;
  has_file: boolean;
  has_breakdown: boolean;
}

export interface Party {
  name: string;
  address: Address;
  company_number?: string | null;
  tax_number?: string | null;
}

export interface VatRate {
  percent: Decimal;
  category: 'standard' | 'exempt' | 'reverse_charge' | 'outside';
}

export interface VatTotal {
  rate: VatRate;
  net: Money;
  vat: Money;
  gross: Money;
}

export interface Totals {
  net: Money;
  vat: Money;
  gross: Money;
  advances: Money;
  rounding: Money;
  payable: Money;
}

export type BillingUnit =
  | 'm3'
  | 'kwh'
  | 'mwh'
  | 'gj'
  | 'month'
  | 'year'
  | 'day'
  | 'ampere_month'
  | 'kw_month'
  | 'm2'
  | 'piece';

/** What a register showed. */
export interface MeterState {
  on: Day;
  value: Decimal;
  kind: ReadingKind;
}

export interface Metered {
  type: 'metered';
  supply_point: string;
  meter: string;
  serial: string;
  register: string;
  from: MeterState;
  to: MeterState;
  unit: Unit;
  multiplier: Decimal;
  rolled_over?: number | null;
  measured: Decimal;
  conversion?: { coefficient: Decimal; calorific_value: Decimal } | null;
  quantity: Decimal;
  quantity_unit: BillingUnit;
  quantity_decimals: number;
}

export type SurfaceClass =
  | 'impermeable'
  | 'permeable'
  | 'green_roof_thin'
  | 'green_roof_medium'
  | 'green_roof_thick'
  | 'vegetation';

export interface Surface {
  class: SurfaceClass;
  name?: string | null;
  area: Decimal;
  coefficient: Decimal;
}

export interface Rain {
  type: 'rainwater';
  supply_point: string;
  surfaces: Surface[];
  rainfall: Decimal;
  months: Decimal;
  quantity: Decimal;
  quantity_decimals: number;
}

export type Basis = Metered | Rain;

export type LineKind = 'fixed' | 'consumption' | 'rainwater' | 'other';

export interface Line {
  supply_point?: string | null;
  kind: LineKind;
  name: string;
  period: Period;
  bases: number[];
  quantity: Decimal;
  unit: BillingUnit;
  unit_price: Decimal;
  price?: { price_list: string; component: string } | null;
  amount: Money;
  vat: VatRate;
}

export interface DeductedAdvance {
  paid_on: Day;
  amount: Money;
  variable_symbol?: string | null;
  tax_document?: string | null;
  taxed: VatTotal[];
}

export interface Breakdown {
  bases: Basis[];
  lines: Line[];
  vat_method: 'from_net' | 'from_gross';
  vat: VatTotal[];
  advances: DeductedAdvance[];
  totals: Totals;
}

export interface Invoice {
  number: string;
  issued_on: Day;
  total: Money;
  kind: InvoiceKind;
  period?: Period | null;
  due_on?: Day | null;
  taxable_on?: Day | null;
  variable_symbol?: string | null;
  supply_points: string[];
  buyer?: Party | null;
  corrects?: string | null;
  note?: string | null;
  breakdown?: Breakdown | null;
  file?: unknown;
  ksef_number?: string | null;
  cancelled: boolean;
}

/** What is said or computed. */
export type FindingValue =
  { type: 'number' | 'date' | 'text'; value: string } | { type: 'money'; value: Money };

/** A step that came out otherwise, or that can't be computed. */
export interface Finding {
  code: string;
  place: { part: 'document' } | { part: 'basis' | 'line' | 'vat' | 'advance'; index: number };
  said?: FindingValue | null;
  computed?: FindingValue | null;
  /** How much too much it makes; negative: too little. */
  difference?: Money | null;
}

export interface Check {
  agrees: boolean;
  /** Neither: something can't be computed, and the rest agrees. */
  differs: boolean;
  /** What was to be paid if each step were computed. */
  payable?: Money | null;
  findings: Finding[];
}

export interface DocumentDetail {
  document: Invoice;
  state: DocumentState;
  paid?: Money | null;
  remaining?: Money | null;
  days_overdue: number;
  dunning?: Dunning | null;
  owed: { receivable: string; amount: Money; settled: Money; due_on: Day }[];
  check?: Check | null;
}

/** A settlement as the chart shows it. */
export interface Settlement {
  number: string;
  issued_on: Day;
  period: Period;
  days: number;
  used: Used[];
  /** What was to be paid for the whole document. */
  total: Money;
}

/** What went through registers of one code at a supply point. */
export interface Used {
  supply_point: string;
  register: string;
  unit: BillingUnit;
  quantity: Decimal;
  per_day: Decimal;
}

export type ReceivableKind =
  | 'invoice'
  | 'settlement'
  | 'advance'
  | 'credit_note'
  | 'instalment'
  | 'interest'
  | 'fee'
  | 'overpayment';

export type Dunning =
  'none' | 'reminded' | 'last_notice' | 'collection' | 'instalments' | 'suspended';

export interface Receivable {
  id: string;
  kind: ReceivableKind;
  invoice?: string | null;
  supply_points: string[];
  period?: Period | null;
  issued_on: Day;
  due_on: Day;
  amount: Money;
  settled: Money;
  variable_symbol?: string | null;
  dunning: Dunning;
  /** What of it is open, of the amount's sign. */
  remaining: Money;
  days_overdue: number;
}

export type PaymentMethod =
  | { method: 'transfer' }
  | { method: 'direct_debit'; account: string }
  | { method: 'sipo'; number: string };

export interface ContractAccount {
  number: string;
  pay_to?: string | null;
  method: PaymentMethod;
  refund_account?: string | null;
  e_invoice: boolean;
}

/** What is open in one currency. */
export interface Balance {
  owed: Money;
  owed_to_you: Money;
  overdue: Money;
  balance: Money;
  next?: { due_on: Day; amount: Money } | null;
}

export interface AccountState extends Balance {
  account?: ContractAccount | null;
  open: Receivable[];
  /** What is open in other currencies than the utility's. */
  others: Balance[];
}

export interface Payment {
  id: string;
  paid_on: Day;
  amount: Money;
  way: 'transfer' | 'direct_debit' | 'sipo' | 'cash' | 'card' | 'set_off';
  variable_symbol?: string | null;
  account?: string | null;
  allocations: Allocation[];
  cancelled: boolean;
  /** What of it settled nothing yet. */
  unused: Money;
  /** The documents that it paid. */
  documents: string[];
}

export interface Allocation {
  receivable: string;
  amount: Money;
}

export interface Advance {
  due_on: Day;
  amount: Money;
  paid: Money;
  invoice?: string | null;
}

export interface AdvanceSchedule {
  supply_point: string;
  valid_from: Day;
  interval: 'month' | 'quarter' | 'half_year' | 'year';
  amount: Money;
  bounds?: { least: Money; most: Money } | null;
  variable_symbol?: string | null;
  advances: Advance[];
  reason?: string | null;
}

export interface RainwaterDeclaration {
  supply_point: string;
  valid_from: Day;
  valid_to?: Day | null;
  surfaces: Surface[];
  rainfall: Decimal;
  yearly_quantity: Decimal;
  yearly_amount?: Money | null;
  exempt: boolean;
}

export interface Paper {
  id: string;
  kind: 'contract' | 'amendment' | 'other';
  supply_point: string;
  number: string;
  concluded_on: Day;
  valid_from: Day;
  valid_to?: Day | null;
  /** Of its file, in bytes. */
  size: number;
}

export interface PaymentCode {
  format: 'spayd' | 'zbp' | 'epc';
  text: string;
  svg: string;
}

export interface Transfer {
  /** As people of the country write it. */
  account: string;
  iban: string;
  bic?: string | null;
  amount: Money;
  variable_symbol?: string | null;
  title: string;
  name: string;
}

export interface BasketAnswer {
  amount: Money;
  variable_symbol?: string | null;
  codes: PaymentCode[];
  transfer: Transfer;
}

export interface StandingOrder {
  amount: Money;
  interval: AdvanceSchedule['interval'];
  first_on: Day;
  /** By how much a standing order of the advances before is too low now. */
  raised_by?: Money | null;
  standing_order?: PaymentCode | null;
  /** Consent to a direct debit. */
  consent?: PaymentCode | null;
  transfer: Transfer;
}

export type Form = 'pdf' | 'isdoc' | 'ubl';

/** Where a file is, for a short while; or that it has to be made first. */
export interface Download {
  make?: boolean;
  url?: string;
  file_name?: string;
  media_type?: string;
  expires_at?: Instant;
}

export interface GroupCustomer {
  customer: string;
  name?: string | null;
  owed: Money;
  owed_to_you: Money;
  overdue: Money;
  next?: { due_on: Day; amount: Money } | null;
}

interface Route<Answer, Query = unknown, Body = unknown> {
  answer: Answer;
  query: Query;
  body: Body;
}
type Got<Answer, Query extends string = never> = [Query] extends [never]
  ? Pick<Route<Answer>, 'answer'>
  : Pick<Route<Answer, { [K in Query]?: string | undefined }>, 'answer' | 'query'>;
type Sent<Answer, Body> = Pick<Route<Answer, unknown, Body>, 'answer' | 'body'>;
interface Listed<T> {
  next?: string | null;
  documents: T[];
}

/** The routes of the feature, as `call` wants them. */
export interface InvoiceRoutes {
  'GET /api/invoices/customers/{customer}/documents': Got<
    Listed<DocumentLine>,
    'kind' | 'state' | 'supply_point' | 'sort' | 'q' | 'cursor'
  >;
  'GET /api/invoices/customers/{customer}/documents/{number}': Got<DocumentDetail>;
  'GET /api/invoices/customers/{customer}/settlements': Got<
    { settlements: Settlement[] },
    'supply_point'
  >;
  'GET /api/invoices/customers/{customer}/account': Got<AccountState>;
  'GET /api/invoices/customers/{customer}/payments': Got<
    { payments: Payment[]; next?: string | null },
    'cursor'
  >;
  'GET /api/invoices/customers/{customer}/advances': Got<
    { schedules: AdvanceSchedule[]; next?: string | null },
    'supply_point' | 'cursor'
  >;
  'GET /api/invoices/customers/{customer}/rainwater': Got<
    { declarations: RainwaterDeclaration[]; next?: string | null },
    'supply_point' | 'cursor'
  >;
  'GET /api/invoices/customers/{customer}/papers': Got<
    { papers: Paper[]; next?: string | null },
    'supply_point' | 'cursor'
  >;
  'POST /api/invoices/customers/{customer}/basket': Sent<
    BasketAnswer,
    { receivables: string[]; pay_on?: Day }
  >;
  'POST /api/invoices/customers/{customer}/standing-order': Sent<
    StandingOrder,
    { supply_point: string }
  >;
  'POST /api/invoices/customers/{customer}/documents/{number}/download': Sent<
    Download,
    { form: Form; language: Language }
  >;
  'POST /api/invoices/customers/{customer}/papers/{paper}/download': Got<Download>;
  'POST /api/typeset/customers/{customer}/documents/{number}': Sent<
    Download,
    { language: Language }
  >;
  'POST /api/typeset/customers/{customer}/slip': Sent<
    Download,
    { receivables: string[]; language: Language }
  >;
  'GET /api/invoices/group': Got<{ customers: GroupCustomer[]; next?: string | null }, 'cursor'>;
  'GET /api/invoices/group/documents': Got<
    Listed<DocumentLine & { customer: string }>,
    'cursor' | 'state'
  >;
  'GET /api/invoices/group/receivables': Got<
    { receivables: (Receivable & { customer: string })[]; next?: string | null },
    'cursor'
  >;
}
