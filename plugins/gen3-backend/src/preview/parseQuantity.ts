const FACTORS: Record<string, number> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The number of a quantity of Kubernetes: 0.25 of `250m`, 134217728 of `128Mi`; undefined when it is none. */
export function parseQuantity(quantity: unknown): number | undefined {
  const [, number, unit = ''] =
    /^(\d+(?:\.\d*)?|\.\d+)([a-zA-Z]*)$/.exec(String(quantity ?? '')) ?? [];
  const factor = Object.hasOwn(FACTORS, unit) ? FACTORS[unit] : undefined;
  return number === undefined || factor === undefined
    ? undefined
    : Number(number) * factor;
}
