// What a link from a mail carries behind `#`: it never reaches a server's log,
// and opening the link does nothing by itself.

/** Reads the fragment and takes it out of the address. */
export function takeFragment(): Map<string, string> {
  const found = new Map(new URLSearchParams(location.hash.slice(1)));
  if (found.size > 0) {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return found;
}

const STORED = 'request';

/** Remembers on this device which request was opened, so that a code is enough. */
export function rememberRequest(request: string): void {
  try {
    sessionStorage.setItem(STORED, request);
  } catch {
    // Storage is switched off: the link in the mail names the request.
  }
}

export function rememberedRequest(): string {
  try {
    return sessionStorage.getItem(STORED) ?? '';
  } catch {
    return '';
  }
}
