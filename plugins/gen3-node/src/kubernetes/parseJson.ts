/** JSON of a body; undefined when it is none, because what is no JSON has its meaning as text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
