// Short names for what the API says about prices.
import type { Told } from '../api/types.ts';
import type { components } from '../api/schema.d.ts';

type Schemas = { [K in keyof components['schemas']]: Told<components['schemas'][K]> };

export type Comparison = Schemas['Comparison'];
export type Offer = Schemas['Offer'];
export type OfferLine = Schemas['OfferLine'];
export type LeftOut = Schemas['LeftOut'];
export type Why = Schemas['Why'];
export type OwnComparison = Schemas['OwnComparisonBody'];
export type PriceList = Schemas['PriceList'];
export type Component = Schemas['Component'];
