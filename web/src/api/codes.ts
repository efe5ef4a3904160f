// Every code that the API or this client may give, so that a test can prove
// that each has words in each language.

export const PROBLEM_CODES = [
  // Anywhere.
  'cross_site',
  'forbidden',
  'malformed',
  'not_found',
  'signed_out',
  'too_large',
  'too_many_attempts',
  'unavailable',
  'internal',
  'conflict',
  // From this client.
  'offline',
  'unreachable',
  'unexpected',
  // Signing in, activation, security.
  'sign_in_failed',
  'second_factor_needed',
  'second_factor_required',
  'reauthentication_needed',
  'code_invalid',
  'password_too_short',
  'password_too_long',
  'password_common',
  'password_personal',
  'email_invalid',
  'email_taken',
  'proof_missing',
  'last_administrator',
  // Account.
  'phone_invalid',
  'address_invalid',
  'postcode_invalid',
  'nothing_to_change',
  // Changes.
  'change_open',
  'change_decided',
  'reason_required',
  'reason_missing',
  // Readings.
  'confirmation_needed',
  'reading_refused',
  'reading_not_allowed',
  'reading_meter_removed',
  'reading_value_missing',
  'reading_value_invalid',
] as const;

export const FINDING_CODES = [
  'R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12',
] as const; // prettier-ignore
