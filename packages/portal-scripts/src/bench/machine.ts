import { cpus, loadavg, release, totalmem, type } from 'node:os';

const BYTES_PER_GB = 1024 ** 3;

/** The machine in one line, as it stands under the figures. */
export function describeMachine(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() || 'unknown processor';
  const memory = Math.round(totalmem() / BYTES_PER_GB);
  return `${
    cores.length
  } cores (${model}), ${memory} GB memory, ${type()} ${release()} ${
    process.arch
  }, Node ${process.version}`;
}

/** How busy the machine is: processes that want to run, averaged over the last minute. Windows always says 0. */
export function describeLoad(): string {
  return loadavg()[0].toFixed(1);
}
