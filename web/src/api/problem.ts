// A refusal or failure, with a stable code that has words in every language.

/** What the API says of a problem, beside its code. */
export type ProblemDetails = Record<string, unknown>;

export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    readonly field?: string,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
    this.name = 'Problem';
  }

  /** Trying the same again may help. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

/** Whatever was thrown, as a problem that a page can show. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  console.error(thrown);
  return new Problem(0, 'unexpected');
}

/** An answer that isn't a success, as a problem. */
export async function problemFrom(response: Response): Promise<Problem> {
  let body: ProblemDetails = {};
  try {
    body = (await response.json()) as ProblemDetails;
  } catch {
    // Not JSON: a gateway's own page.
  }
  const code = typeof body.code === 'string' ? body.code : codeOfStatus(response.status);
  const field = typeof body.field === 'string' ? body.field : undefined;
  return new Problem(response.status, code, field, body);
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'signed_out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 413) return 'body_too_large';
  if (status === 429) return 'too_many_attempts';
  return status >= 500 ? 'unavailable' : 'malformed';
}
