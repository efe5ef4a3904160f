// Which page an address means.

export type Params = Record<string, string>;

/** The parts of `path` that `pattern` names, if it fits: `/c/:customer` on `/c/C-1`. */
export function match(pattern: string, path: string): Params | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return undefined;
  const params: Params = {};
  for (const [i, part] of wanted.entries()) {
    if (!part.startsWith(':')) {
      if (part !== given[i]) return undefined;
      continue;
    }
    try {
      params[part.slice(1)] = decodeURIComponent(given[i]!);
    } catch {
      return undefined;
    }
  }
  return params;
}

/** An address of this portal and nothing else: a path that can't name another host. */
export function isOwnPath(path: string | null | undefined): path is string {
  if (!path || !path.startsWith('/') || /^\/[/\\]/.test(path)) return false;
  try {
    return new URL(path, location.origin).origin === location.origin && !/[\\\s]/.test(path);
  } catch {
    return false;
  }
}

/** The address of a page of a customer. */
export function customerPath(customer: string, ...parts: string[]): string {
  return ['/c', customer, ...parts].map((p, i) => (i ? encodeURIComponent(p) : p)).join('/');
}
