// Who is signed in, and what they may see.
import { call, gates } from '../api/client.ts';
import { Problem, asProblem } from '../api/problem.ts';
import type { Me, MyCustomer, Permission } from '../api/types.ts';
import { go } from '../router/router.svelte.ts';
import { forgetAll } from './resource.svelte.ts';

/** A question in front of the page, until it is answered. */
export type Asking = 'sign_in' | 'password';

const state = $state<{
  /** Nothing: not known yet. `null`: nobody is signed in. */
  me: Me | null | undefined;
  problem: Problem | undefined;
  asking: Asking | undefined;
}>({ me: undefined, problem: undefined, asking: undefined });

export const session = {
  get me(): Me | null | undefined {
    return state.me;
  },
  /** Why it isn't known who is signed in. */
  get problem(): Problem | undefined {
    return state.problem;
  },
  get asking(): Asking | undefined {
    return state.asking;
  },
};

/** Asks the API who is signed in. */
export async function loadSession(): Promise<void> {
  try {
    state.me = await call('GET /api/account/me');
    state.problem = undefined;
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.status === 401) state.me = null;
    else state.problem = problem;
  }
}

/** Ends the session here and at the API. */
export async function signOut(): Promise<void> {
  try {
    await call('POST /api/auth/sign-out');
  } catch (thrown) {
    // Already ended: that is what was wanted.
    if (asProblem(thrown).status !== 401) throw thrown;
  }
  signedOut();
}

/** Nobody is signed in any more; what was loaded for them is dropped. */
export function signedOut(): void {
  state.me = null;
  forgetAll();
}

/** What the person prefers has been changed at the API. */
export function changePreferences(preferences: Pick<Me, 'language' | 'mail'>): void {
  if (state.me) state.me = { ...state.me, ...preferences };
}

export function myCustomer(id: string | undefined): MyCustomer | undefined {
  return state.me?.customers.find((customer) => customer.id === id);
}

export function may(permission: Permission): boolean {
  return state.me?.permissions.includes(permission) ?? false;
}

let answer: ((again: boolean) => void) | undefined;
let asked: Promise<boolean> | undefined;

/** Puts a question in front of the page; several calls wait for one answer. */
function ask(what: Asking): Promise<boolean> {
  if (!state.me) return Promise.resolve(false);
  asked ??= new Promise<boolean>((resolve) => {
    state.asking = what;
    answer = (again) => {
      state.asking = undefined;
      asked = undefined;
      resolve(again);
    };
  });
  return asked;
}

/** Answers the question: whether the calls that wait may try again. */
export function settle(again: boolean): void {
  answer?.(again);
}

gates.signedOut = () => ask('sign_in');
gates.stale = () => ask('password');
gates.unenrolled = () => void go('/security/second-factor');
