// Every address of the portal. A page's code is loaded when it is gone to.
import type { Route } from '../router/router.svelte.ts';

export const LOST: Route = {
  path: '',
  page: () => import('./NotFound.svelte'),
  frame: 'plain',
};

export const ROUTES: readonly Route[] = [
  // Before signing in.
  { path: '/', page: () => import('./Start.svelte'), frame: 'plain' },
  { path: '/sign-in', page: () => import('../auth/SignIn.svelte'), frame: 'plain', words: 'auth' },
  { path: '/sign-up', page: () => import('../auth/SignUp.svelte'), frame: 'plain', words: 'auth' },
  {
    path: '/activate',
    page: () => import('../auth/Activate.svelte'),
    frame: 'plain',
    words: 'auth',
  },
  {
    path: '/recovery',
    page: () => import('../auth/Recovery.svelte'),
    frame: 'plain',
    words: 'auth',
  },
  {
    path: '/recovery/complete',
    page: () => import('../auth/Recover.svelte'),
    frame: 'plain',
    words: 'auth',
  },
  {
    path: '/invitation',
    page: () => import('../auth/Invitation.svelte'),
    frame: 'plain',
    words: 'auth',
  },
  { path: '/help', page: () => import('./Help.svelte'), frame: 'plain', words: 'help' },

  // Open to anybody.
  {
    path: '/prices',
    page: () => import('../prices/Calculator.svelte'),
    frame: 'plain',
    words: 'prices',
  },
  {
    path: '/prices/lists',
    page: () => import('../prices/PriceLists.svelte'),
    frame: 'plain',
    words: 'prices',
  },

  // Of the person who is signed in.
  { path: '/customers', page: () => import('../account/Customers.svelte'), frame: 'account' },
  {
    path: '/security',
    page: () => import('../auth/Security.svelte'),
    frame: 'account',
    words: 'auth',
  },
  {
    path: '/security/password',
    page: () => import('../auth/Password.svelte'),
    frame: 'account',
    words: 'auth',
  },
  {
    path: '/security/email',
    page: () => import('../auth/Email.svelte'),
    frame: 'account',
    words: 'auth',
  },
  {
    path: '/security/second-factor',
    page: () => import('../auth/SecondFactor.svelte'),
    frame: 'account',
    words: 'auth',
  },
  {
    path: '/security/journal',
    page: () => import('../auth/Journal.svelte'),
    frame: 'account',
    words: 'auth',
  },

  {
    path: '/group',
    page: () => import('../invoices/Group.svelte'),
    frame: 'account',
    words: 'invoices',
  },
  {
    path: '/expired',
    page: () => import('../invoices/Expired.svelte'),
    frame: 'account',
    words: 'invoices',
  },

  // Of a customer.
  { path: '/c/:customer', page: () => import('../account/Home.svelte'), frame: 'customer' },
  {
    path: '/c/:customer/profile',
    page: () => import('../account/Profile.svelte'),
    frame: 'customer',
    words: 'account',
  },
  {
    path: '/c/:customer/profile/contact',
    page: () => import('../account/Contact.svelte'),
    frame: 'customer',
    words: 'account',
  },
  {
    path: '/c/:customer/profile/mailing-address',
    page: () => import('../account/MailingAddress.svelte'),
    frame: 'customer',
    words: 'account',
  },
  {
    path: '/c/:customer/requests',
    page: () => import('../changes/Requests.svelte'),
    frame: 'customer',
    words: 'requests',
  },
  {
    path: '/c/:customer/requests/:change',
    page: () => import('../changes/Request.svelte'),
    frame: 'customer',
    words: 'requests',
  },

  {
    path: '/c/:customer/readings',
    page: () => import('../readings/Meters.svelte'),
    frame: 'customer',
    words: 'readings',
  },
  {
    path: '/c/:customer/meters/:meter',
    page: () => import('../readings/MeterPage.svelte'),
    frame: 'customer',
    words: 'readings',
  },
  {
    path: '/c/:customer/meters/:meter/send',
    page: () => import('../readings/SendReading.svelte'),
    frame: 'customer',
    words: 'readings',
  },
  {
    path: '/c/:customer/supply-points',
    page: () => import('../account/SupplyPoints.svelte'),
    frame: 'customer',
    words: 'readings',
  },
  {
    path: '/c/:customer/supply-points/:point',
    page: () => import('../account/SupplyPoint.svelte'),
    frame: 'customer',
    words: 'readings',
  },

  {
    path: '/c/:customer/invoices',
    page: () => import('../invoices/Documents.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/invoices/:number',
    page: () => import('../invoices/Document.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/balance',
    page: () => import('../invoices/Balance.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/pay',
    page: () => import('../invoices/Pay.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/payments',
    page: () => import('../invoices/Payments.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/advances',
    page: () => import('../invoices/Advances.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/standing-order/:point',
    page: () => import('../invoices/StandingOrder.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/settlements',
    page: () => import('../invoices/Settlements.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/rainwater',
    page: () => import('../invoices/Rainwater.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/papers',
    page: () => import('../invoices/Papers.svelte'),
    frame: 'customer',
    words: 'invoices',
  },
  {
    path: '/c/:customer/comparison',
    page: () => import('../prices/Own.svelte'),
    frame: 'customer',
    words: 'prices',
  },

  {
    path: '/c/:customer/wishes/payment-method',
    page: () => import('../wishes/Method.svelte'),
    frame: 'customer',
    words: 'wishes',
  },
  {
    path: '/c/:customer/wishes/advance/:point',
    page: () => import('../wishes/Advance.svelte'),
    frame: 'customer',
    words: 'wishes',
  },
  {
    path: '/c/:customer/wishes/refund',
    page: () => import('../wishes/Refund.svelte'),
    frame: 'customer',
    words: 'wishes',
  },
  {
    path: '/c/:customer/wishes/instalments',
    page: () => import('../wishes/Instalments.svelte'),
    frame: 'customer',
    words: 'wishes',
  },
  {
    path: '/c/:customer/wishes/capacity/:point',
    page: () => import('../wishes/Capacity.svelte'),
    frame: 'customer',
    words: 'wishes',
  },
  {
    path: '/c/:customer/wishes/surfaces/:point',
    page: () => import('../wishes/Surfaces.svelte'),
    frame: 'customer',
    words: 'wishes',
  },
  {
    path: '/c/:customer/wishes/e-invoice',
    page: () => import('../wishes/EInvoice.svelte'),
    frame: 'customer',
    words: 'wishes',
  },

  // Of the utility's operators.
  {
    path: '/office',
    page: () => import('../office/Work.svelte'),
    frame: 'office',
    words: 'office',
  },
  {
    path: '/office/changes/:customer/:change',
    page: () => import('../office/OneChange.svelte'),
    frame: 'office',
    words: 'office',
  },
  {
    path: '/office/customers',
    page: () => import('../office/FindCustomers.svelte'),
    frame: 'office',
    words: 'office',
  },
  {
    path: '/office/customers/:customer',
    page: () => import('../office/OneCustomer.svelte'),
    frame: 'office',
    words: 'office',
  },
  {
    path: '/office/customers/:customer/meters/:meter',
    page: () => import('../office/OfficeMeter.svelte'),
    frame: 'office',
    words: 'office',
  },
  {
    path: '/office/customers/:customer/invoices',
    page: () => import('../invoices/Documents.svelte'),
    frame: 'office',
    words: 'invoices',
  },
  {
    path: '/office/customers/:customer/invoices/:number',
    page: () => import('../invoices/Document.svelte'),
    frame: 'office',
    words: 'invoices',
  },
  {
    path: '/office/customers/:customer/balance',
    page: () => import('../invoices/Balance.svelte'),
    frame: 'office',
    words: 'invoices',
  },
  {
    path: '/office/customers/:customer/payments',
    page: () => import('../invoices/Payments.svelte'),
    frame: 'office',
    words: 'invoices',
  },
  {
    path: '/office/customers/:customer/advances',
    page: () => import('../invoices/Advances.svelte'),
    frame: 'office',
    words: 'invoices',
  },
  {
    path: '/office/staff',
    page: () => import('../office/Staff.svelte'),
    frame: 'office',
    words: 'office',
  },
];
