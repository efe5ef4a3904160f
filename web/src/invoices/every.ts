// Lists that are shown whole, though they come page by page.

interface Page<T> {
  items: T[];
  next?: string | null;
}

/** More than this nobody reads on one page; the API's pages have 50. */
const PAGES = 20;

/** The items of every page. */
export async function everyPage<T>(
  load: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await load(cursor);
    items.push(...found.items);
    if (!found.next) break;
    cursor = found.next;
  }
  return items;
}
