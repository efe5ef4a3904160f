// Text without case and marks, so that `Prikop` finds `Příkop`.

export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ł/g, 'l').trim();
}
