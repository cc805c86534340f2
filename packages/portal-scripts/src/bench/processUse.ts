import { readFile, writeFile } from 'node:fs/promises';

/** What a process has used, as Linux counts it. */
export interface ProcessUse {
  /** MB in RAM now. */
  memory: number;
  /** Most MB in RAM since the last {@link resetPeak}. */
  peakMemory: number;
  /** Seconds of processor time since its start, with that of programs it ran to their end. Does not depend on who else is busy. */
  cpuSeconds: number;
}

const BYTES_PER_MB = 1_000_000;
/** Linux counts processor time for programs in hundredths of a second, whatever the kernel itself uses. */
const TICKS_PER_SECOND = 100;

/** Reads `/proc/<pid>/status` and `/proc/<pid>/stat`; undefined when they do not have what is wanted. */
export function parseProcessUse(
  status: string,
  stat: string,
): ProcessUse | undefined {
  const megabytesOf = (key: string) => {
    const found = new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(status);
    return found ? (Number(found[1]) * 1024) / BYTES_PER_MB : undefined;
  };
  const memory = megabytesOf('VmRSS');
  const peakMemory = megabytesOf('VmHWM');
  // The name before may hold anything, also blanks and brackets; utime is the 12th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).map(Number);
  if (memory === undefined || peakMemory === undefined || ticks.length < 4) {
    return undefined;
  }
  const cpuSeconds =
    ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND;
  return { memory, peakMemory, cpuSeconds };
}

/** What a process has used; undefined where the system does not tell. */
export async function readProcessUse(
  pid: number | undefined,
): Promise<ProcessUse | undefined> {
  if (pid === undefined || process.platform !== 'linux') {
    return undefined;
  }
  return parseProcessUse(
    await readFile(`/proc/${pid}/status`, 'utf8'),
    await readFile(`/proc/${pid}/stat`, 'utf8'),
  );
}

/** Makes the peak begin anew at what is used now, where the system can do that (Linux: `clear_refs`). */
export async function resetPeak(pid: number | undefined): Promise<void> {
  if (pid !== undefined && process.platform === 'linux') {
    await writeFile(`/proc/${pid}/clear_refs`, '5');
  }
}
