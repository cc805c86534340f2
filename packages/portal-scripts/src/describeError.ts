/** What went wrong, with what caused it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.cause
    ? `${error.message}: ${describeError(error.cause)}`
    : error.message;
}
