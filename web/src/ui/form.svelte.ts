// What the fields of a form and the form itself know of each other.
import { getContext, setContext } from 'svelte';

export interface FieldEntry {
  id: string;
  /** Says in words what is wrong with what was typed, if anything is. */
  check: () => string | undefined;
}

export class FormState {
  /** In the order of the page. */
  #fields = new Map<string, FieldEntry>();
  /** By field, in words. */
  wrong = $state<Record<string, string>>({});
  /** What is wrong with the whole. */
  problem = $state<string>();
  busy = $state(false);

  add(name: string, entry: FieldEntry): () => void {
    this.#fields.set(name, entry);
    return () => {
      if (this.#fields.get(name) === entry) this.#fields.delete(name);
    };
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  idOf(name: string): string | undefined {
    return this.#fields.get(name)?.id;
  }

  /** Checks every field; answers whether all are right. */
  check(): boolean {
    this.problem = undefined;
    const wrong: Record<string, string> = {};
    for (const [name, field] of this.#fields) {
      const words = field.check();
      if (words) wrong[name] = words;
    }
    this.wrong = wrong;
    return Object.keys(wrong).length === 0;
  }

  /** Shows what is wrong with one field. */
  blame(name: string, words: string): void {
    this.wrong = { [name]: words };
  }

  /** A field was changed: what was said about it no longer holds. */
  touched(name: string): void {
    if (this.wrong[name]) delete this.wrong[name];
  }
}

const FORM = Symbol('form');

export function provideForm(form: FormState): void {
  setContext(FORM, form);
}

/** The form that a field is in. */
export function formAround(): FormState {
  const form = getContext<FormState | undefined>(FORM);
  if (!form) throw new Error('a field outside a Form');
  return form;
}
