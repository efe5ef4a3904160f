// What the API takes and answers, from its description (`schema.d.ts`, made by
// `npm run api`): short names for the pages, and the routes as `call` wants them.
import type { OwnRoutes } from '../invoices/types.ts';
import type { components, paths } from './schema.d.ts';

type Schemas = components['schemas'];

export type Language = Schemas['Language'];
export type Medium = Schemas['Medium'];
export type Unit = Schemas['Unit'];
export type Country = Schemas['Country'];
export type Role = Schemas['Role'];
export type CustomerKind = Schemas['CustomerKind'];
export type ReadingKind = Schemas['Kind'];
export type ChangeKind = Schemas['ChangeKind'];
export type ChangeState = Schemas['ChangeState'];
export type Permission = Schemas['Permission'];

/** Exact, as text: `"1234.50"`. */
export type Decimal = string;
/** `YYYY-MM-DD` in the utility's time zone. */
export type Day = string;
/** RFC 3339, UTC. */
export type Instant = string;
/** Register code to value. */
export type Values = Record<string, Decimal>;

export type Address = Schemas['Address'];
export type Contact = Schemas['Contact'];
export type MyCustomer = Schemas['MyCustomerBody'];
export type Me = Schemas['MeBody'];
export type Contract = Schemas['ContractBody'];
export type PointMeter = Schemas['PointMeterBody'];
export type Point = Schemas['PointBody'];
export type Customer = Schemas['CustomerBody'];
export type Register = Schemas['RegisterBody'];
export type Meter = Schemas['MeterBody'];
export type Reading = Schemas['ReadingBody'];
export type FindingCode = Schemas['Code'];
export type Finding = Schemas['Finding'];
export type Suggestion = Schemas['Suggestion'];
export type ReadingClaim = Schemas['ClaimBody'];
export type ReadingCheck = Schemas['AssessmentBody'];
export type ReadingData = Schemas['ReadingChange'];
export type ContactData = Schemas['ContactChange'];
export type MailingAddressData = Schemas['MailingAddressChange'];
export type Step = Schemas['ChangeStep'];
export type Proposed = Schemas['ProposedBody'];
export type Security = Schemas['SecurityBody'];
export type SignedInDevice = Schemas['SessionBody'];
export type JournalEntry = Schemas['EntryBody'];
export type Staff = Schemas['OperatorBody'];
export type SearchHit = Schemas['HitBody'];
export type Decided = Schemas['DecisionResult'];

/** The evidence is the feature's own; what is common to all is named here. */
export type Change = Schemas['ChangeBody'] &
  Omit<Schemas['Change'], 'kind' | 'data' | 'evidence'> & {
    evidence?: ({ findings?: Finding[] } & Record<string, unknown>) | null;
  };

/** A change as the work list shows it. */
export type OfficeChange = Change & { risk: number };

type Verb = 'get' | 'post' | 'put' | 'delete';

type Named<P extends keyof paths> = {
  [V in Verb]: paths[P][V] extends { responses: unknown } ? `${Uppercase<V>} ${P}` : never;
}[Verb];

/** `GET /api/account/me` and the others. */
export type RouteName = { [P in keyof paths]: Named<P> }[keyof paths];

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : void;

type AnswerOf<Operation> = Operation extends { responses: infer Answers }
  ? Json<Answers[Extract<keyof Answers, 200 | 201 | 202 | 204>]>
  : never;

type BodyOf<Operation> = Operation extends { requestBody: infer Body }
  ? { body: Json<Body> }
  : unknown;

type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? [Query] extends [undefined]
    ? unknown
    : { query: { [K in keyof Query]: Query[K] | undefined } }
  : unknown;

/** With the evidence as this client knows it. */
type Known<Answer> = Answer extends Schemas['Changes']
  ? { changes: Change[]; next?: string | null }
  : Answer extends Schemas['Change']
    ? Change
    : Answer;

type Entry<Operation> = { answer: Known<AnswerOf<Operation>> } & BodyOf<Operation> &
  QueryOf<Operation>;

type OperationOf<R extends RouteName> = R extends `${infer V} ${infer P}`
  ? P extends keyof paths
    ? Lowercase<V> extends keyof paths[P]
      ? paths[P][Lowercase<V>]
      : never
    : never
  : never;

/** What the API answers: a sender may leave out what has a default, an answer has
 * it. What may be nothing (`null`) stays optional. */
export type Told<T> = T extends readonly (infer Item)[]
  ? Told<Item>[]
  : T extends object
    ? {
        [K in keyof T as null extends T[K] ? K : undefined extends T[K] ? never : K]: Told<T[K]>;
      } & {
        [K in keyof T as null extends T[K] ? never : undefined extends T[K] ? K : never]-?: Told<
          NonNullable<T[K]>
        >;
      }
    : T;

type Given<R, E> = R extends `${string} /api/invoices/${string}`
  ? { [K in keyof E]: K extends 'answer' ? Told<E[K]> : E[K] }
  : E;

/** Route by route: what is sent (`body`), asked (`query`) and answered. */
export type Routes = {
  [R in Exclude<RouteName, keyof OwnRoutes>]: Given<R, Entry<OperationOf<R>>>;
} & OwnRoutes;
