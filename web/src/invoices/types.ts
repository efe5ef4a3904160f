// Short names for what the API says about money.
import type { Language, Told } from '../api/types.ts';
import type { components } from '../api/schema.d.ts';

type Schemas = { [K in keyof components['schemas']]: Told<components['schemas'][K]> };

/** In hundredths of the currency's unit. */
export type Money = Schemas['Money'];
export type Period = Schemas['Period'];

export type InvoiceKind = Schemas['InvoiceKind'];
export const KINDS = [
  'settlement',
  'invoice',
  'advance_request',
  'advance_tax_document',
  'credit_note',
] as const satisfies InvoiceKind[];

/** `none`: nothing is to be paid on it. */
export type DocumentState = Schemas['DocumentState'];
export const STATES = [
  'overdue',
  'open',
  'partly',
  'paid',
  'cancelled',
] as const satisfies DocumentState[];

export type DocumentLine = Schemas['DocumentBody'];
export type DocumentDetail = Schemas['WholeDocumentBody'];
export type Invoice = Schemas['Invoice'];
export type Breakdown = Schemas['Breakdown'];
export type Basis = Schemas['Basis'];
export type Metered = Extract<Basis, { type: 'metered' }>;
export type MeterState = Schemas['State'];
export type BillingUnit = Schemas['BillingUnit'];
export type Line = Schemas['Line'];
export type LineKind = Schemas['LineKind'];
export type VatRate = Schemas['VatRate'];
export type VatTotal = Schemas['VatTotal'];
export type Surface = Schemas['Surface'];

export type Check = Schemas['Check'];
export type Finding = Schemas['CheckFinding'];
export type FindingValue = Schemas['CheckValue'];

export type Settlement = Schemas['Settlement'];
export type Used = Schemas['Used'];

export type Balance = Schemas['Balance'];
export type AccountState = Schemas['AccountBody'];
export type ContractAccount = Schemas['ContractAccount'];
export type PaymentMethod = Schemas['PaymentMethod'];
export type Receivable = Schemas['OpenBody'];
export type ReceivableKind = Schemas['ReceivableKind'];
export type Payment = Schemas['PaymentBody'];
export type Advance = Schemas['Advance'];
export type AdvanceSchedule = Schemas['AdvanceSchedule'];
export type Paper = Schemas['PaperBody'];
export type PaymentCode = Schemas['PaymentCodeBody'];
export type Transfer = Schemas['TransferBody'];

export type Form = Schemas['Form'];
/** Where a file is, for a short while; or that it has to be made first. */
export type Download = Schemas['DownloadedBody'];
export type FileAddress = Schemas['FileAddress'];

export type GroupCustomer = Schemas['CustomerTotalsBody'];

/** Routes that the description doesn't have: of the function that typesets. */
export interface OwnRoutes {
  'POST /api/typeset/customers/{customer}/documents/{number}': {
    answer: FileAddress;
    body: { language: Language };
  };
  'POST /api/typeset/customers/{customer}/slip': {
    answer: FileAddress;
    body: { receivables: string[]; language: Language };
  };
}
