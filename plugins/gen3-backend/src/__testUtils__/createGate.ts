/** Holds whoever waits until it is opened. */
export interface Gate {
  wait(): Promise<void>;
  open(): void;
}

/** Makes a closed {@link Gate}. */
export function createGate(): Gate {
  let open: () => void = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { wait: () => opened, open };
}

/** Lets everything that is ready run, `times` rounds of the event loop. */
export async function tick(times = 5): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
