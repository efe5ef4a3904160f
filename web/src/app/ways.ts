// The ways to go from a frame's navigation.
import type { Me } from '../api/types.ts';
import { customerPath } from '../router/match.ts';
import type { Frame } from '../router/router.svelte.ts';
import type { IconName } from '../ui/Icon.svelte';
import type { Messages } from '../words/messages.d.ts';

export interface Way {
  href: string;
  label: PlainKey;
  icon: IconName;
  /** Other addresses that belong to it. */
  also?: string[];
}

/** Messages without arguments. */
type PlainKey = { [K in keyof Messages]: Messages[K] extends null ? K : never }[keyof Messages];

export function waysOf(frame: Frame, customer: string | undefined, me: Me | undefined): Way[] {
  if (!me) return [];
  if (frame === 'customer' && customer) return customerWays(customer);
  if (frame === 'office') return officeWays(me);
  return [];
}

function customerWays(customer: string): Way[] {
  const to = (...parts: string[]) => customerPath(customer, ...parts);
  return [
    { href: to(), label: 'nav-home', icon: 'home' },
    { href: to('readings'), label: 'nav-readings', icon: 'meter', also: [to('meters')] },
    {
      href: to('invoices'),
      label: 'nav-invoices',
      icon: 'money',
      also: [
        'balance',
        'pay',
        'payments',
        'advances',
        'standing-order',
        'settlements',
        'rainwater',
        'papers',
        'comparison',
        'wishes',
      ].map((part) => to(part)),
    },
    { href: to('supply-points'), label: 'nav-points', icon: 'point' },
    { href: to('requests'), label: 'nav-requests', icon: 'requests' },
    { href: to('profile'), label: 'nav-profile', icon: 'person' },
  ];
}

function officeWays(me: Me): Way[] {
  const ways: Way[] = [];
  if (me.permissions.includes('changes_read')) {
    ways.push({ href: '/office', label: 'nav-work', icon: 'list', also: ['/office/changes'] });
  }
  if (me.permissions.includes('customers_read')) {
    ways.push({ href: '/office/customers', label: 'nav-customers', icon: 'search' });
  }
  if (me.permissions.includes('users_manage')) {
    ways.push({ href: '/office/staff', label: 'nav-staff', icon: 'people' });
  }
  return ways;
}

/** Whether the address `path` is of this way: its page or one below. */
export function isHere(way: Way, path: string): boolean {
  const bare = path.replace(/\/+$/, '') || '/';
  if (bare === way.href) return true;
  const below = [...(isRoot(way.href) ? [] : [way.href]), ...(way.also ?? [])];
  return below.some((start) => bare === start || bare.startsWith(`${start}/`));
}

/** Homes have every other page below them. */
function isRoot(href: string): boolean {
  return href === '/office' || /^\/c\/[^/]+$/.test(href);
}
