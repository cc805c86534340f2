import { createProgram } from './cli/createProgram';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => stopping.abort());
}

createProgram({
  // eslint-disable-next-line no-console
  print: line => console.log(line),
  signal: stopping.signal,
  environment: process.env,
})
  .parseAsync()
  .catch((error: unknown) => {
    // eslint-disable-next-line no-console
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
