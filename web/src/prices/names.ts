// Products and their prices in the page's language, as far as the lists know it.
import { language } from '../words/words.svelte.ts';
import type { Component, OfferLine, PriceList } from './types.ts';

/** What a product is called beside its code; nothing, if only by that. */
export function otherName(lists: readonly PriceList[], product: string): string | undefined {
  const name = lists.find((list) => list.product === product)?.names[language()];
  return name === product ? undefined : name;
}

export function componentName(component: Component): string {
  return component.names[language()] ?? component.name;
}

/** The name of an offer's line; as it is printed, where the list isn't known. */
export function lineName(lists: readonly PriceList[], line: OfferLine): string {
  const list = lists.find(({ id }) => id === line.price_list);
  const found = list?.components.find(({ code }) => code === line.component);
  return found ? componentName(found) : line.name;
}
