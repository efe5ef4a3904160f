// What a page shows from the API: loading, there, or failed.
import { asProblem, type Problem } from '../api/problem.ts';

/** Answers of this visit, shown at once on the way back while they are asked again. */
const seen = new Map<string, unknown>();

export function forgetAll(): void {
  seen.clear();
}

export class Resource<T> {
  data = $state.raw<T>();
  problem = $state.raw<Problem>();
  loading = $state(true);
  #load: (signal: AbortSignal) => Promise<T>;
  #running: AbortController | undefined;
  #key: string | undefined;

  constructor(load: (signal: AbortSignal) => Promise<T>, key?: string) {
    this.#load = load;
    this.#key = key;
    if (key !== undefined) this.data = seen.get(key) as T | undefined;
  }

  /** Asks again; what is shown stays until the answer comes. */
  async reload(): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.loading = true;
    try {
      const data = await this.#load(running.signal);
      if (running.signal.aborted) return;
      this.set(data);
      this.problem = undefined;
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.problem = asProblem(thrown);
    }
    this.loading = false;
  }

  /** Shows this from now on, as if it had been asked for. */
  set(data: T): void {
    this.data = data;
    if (this.#key !== undefined) seen.set(this.#key, data);
  }

  stop(): void {
    this.#running?.abort();
  }
}

/** A resource of the component that calls this. With a key, what was seen
 * before under it is shown at once. */
export function resource<T>(load: (signal: AbortSignal) => Promise<T>, key?: string): Resource<T> {
  const made = new Resource(load, key);
  $effect(() => {
    void made.reload();
    return () => made.stop();
  });
  return made;
}

interface Page<T> {
  items: T[];
  /** Where the next page begins, if there is one. */
  next?: string | null;
}

/** A list that comes page by page. */
export class Pages<T> {
  items = $state.raw<T[]>([]);
  next = $state<string | null>(null);
  problem = $state.raw<Problem>();
  loading = $state(true);
  /** Whether the first page has come. */
  there = $state(false);
  #load: (cursor: string | undefined) => Promise<Page<T>>;
  #run = 0;

  constructor(load: (cursor: string | undefined) => Promise<Page<T>>) {
    this.#load = load;
  }

  /** Begins again at the first page. */
  reload(): Promise<void> {
    return this.#get(undefined);
  }

  /** Adds the next page, if there is one. */
  more(): Promise<void> {
    return this.next === null ? Promise.resolve() : this.#get(this.next);
  }

  async #get(cursor: string | undefined): Promise<void> {
    const run = ++this.#run;
    this.loading = true;
    try {
      const page = await this.#load(cursor);
      if (run !== this.#run) return;
      this.items = cursor === undefined ? page.items : [...this.items, ...page.items];
      this.next = page.next ?? null;
      this.problem = undefined;
      this.there = true;
    } catch (thrown) {
      if (run !== this.#run) return;
      this.problem = asProblem(thrown);
    }
    this.loading = false;
  }
}

/** A list of the component that calls this; it begins again when what `load`
 * reads before its first `await` changes. */
export function pages<T>(load: (cursor: string | undefined) => Promise<Page<T>>): Pages<T> {
  const made = new Pages(load);
  $effect(() => {
    void made.reload();
  });
  return made;
}
