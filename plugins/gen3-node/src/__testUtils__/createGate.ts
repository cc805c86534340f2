/** Work that ends when it is told to. */
export function createGate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { wait: () => opened, open: () => open() };
}
