// What has just been done, said once: seen over the page and read aloud.

let words = $state('');
let staying = false;

export function said(): string {
  return words;
}

/** Says it here, or on the page that is gone to next. */
export function announce(text: string, { nextPage = false } = {}): void {
  words = text;
  staying = nextPage;
}

/** Another page is shown. */
export function turned(): void {
  if (!staying) words = '';
  staying = false;
}
