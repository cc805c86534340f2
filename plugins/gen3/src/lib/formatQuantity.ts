import { formatNumber } from './count';

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** CPUs with one decimal at most: `4.2`; less than a tenth with two: `0.05`. */
export function formatCpu(millis: number): string {
  const cpus = millis / 1_000;
  return formatNumber(round(cpus, cpus < 0.1 ? 2 : 1));
}

/** Bytes in the largest binary unit that leaves a whole: `6.2 GiB`. */
export function formatBytes(bytes: number): string {
  const largest = BINARY_UNITS.length - 1;
  const power = Math.min(
    largest,
    Math.floor(Math.log2(Math.max(1, bytes)) / 10),
  );
  return `${formatNumber(round(bytes / 1024 ** power, 1))} ${
    BINARY_UNITS[power]
  }`;
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
