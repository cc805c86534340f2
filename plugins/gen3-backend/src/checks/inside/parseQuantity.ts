const DECIMAL = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
const FRACTION = ['', 'm', 'u', 'n'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const SYNTAX =
  /^([+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,3})?)([a-zA-Z]{0,2})$/;

/**
 * A quantity of Kubernetes as a number: 0.5 of `500m`, 2147483648 of `2Gi`; undefined when it is none
 * (`kubernetes/apimachinery:pkg/api/resource/quantity.go`).
 */
export function parseQuantity(text: string): number | undefined {
  const [, number, suffix] = SYNTAX.exec(text) ?? [];
  if (number === undefined) return undefined;
  const factor = factorOf(suffix);
  return factor === undefined ? undefined : Number(number) * factor;
}

function factorOf(suffix: string): number | undefined {
  for (const [base, suffixes] of [
    [1000, DECIMAL],
    [1024, BINARY],
    [0.001, FRACTION],
  ] as const) {
    const power = suffixes.indexOf(suffix);
    if (power >= 0) return base ** power;
  }
  return undefined;
}
