import { ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { REPOSITORY, TYPESCRIPT } from '../repository';

/** How long a child may take to end by itself before it is killed. */
const GRACE_MS = 8_000;

/** A program to run beside the others. */
export interface ChildOptions {
  name: string;
  /** TypeScript file in the repository. */
  script: string;
  args: string[];
  /** TypeScript files in the repository that are loaded before the script. */
  preload?: string[];
  environment: Record<string, string | undefined>;
  logFile: string;
}

/**
 * Programs that live and die together. Each is the leader of a process group of its own, so that what it starts ends
 * with it; each also ends by itself when this process disappears (see exitWithParent).
 */
export class Children {
  readonly #running = new Map<string, ChildProcess>();
  readonly #ended: (name: string, how: string) => void;

  private constructor(ended: (name: string, how: string) => void) {
    this.#ended = ended;
  }

  /** @param ended - called when a child ends that nobody stopped. */
  static create(ended: (name: string, how: string) => void): Children {
    return new Children(ended);
  }

  /** @returns the process id of the program. */
  start(options: ChildOptions): number | undefined {
    const { name, script, args, preload = [], environment, logFile } = options;
    mkdirSync(dirname(logFile), { recursive: true });
    const child = spawn(
      process.execPath,
      [
        ...TYPESCRIPT,
        ...[
          'packages/portal-scripts/src/exitWithParent.ts',
          ...preload,
        ].flatMap(file => ['--require', resolve(REPOSITORY, file)]),
        resolve(REPOSITORY, script),
        ...args,
      ],
      {
        cwd: REPOSITORY,
        detached: true,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    const log = createWriteStream(logFile);
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    this.#running.set(name, child);
    child.once('exit', (code, signal) => {
      log.end();
      if (this.#running.delete(name)) {
        this.#ended(name, signal ? `signal ${signal}` : `exit code ${code}`);
      }
    });
    return child.pid;
  }

  /** Ends all children: asks first, kills after a while. Resolves when none is left. */
  async stop(): Promise<void> {
    const children = [...this.#running.values()];
    this.#running.clear();
    await Promise.all(children.map(stopGroup));
  }
}

function stopGroup(child: ChildProcess): Promise<void> {
  return new Promise(done => {
    if (child.exitCode !== null || child.signalCode !== null) {
      done();
      return;
    }
    const kill = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
    child.once('exit', () => {
      clearTimeout(kill);
      // The leader is gone; whatever it left behind in its group goes now.
      signalGroup(child, 'SIGKILL');
      done();
    });
    signalGroup(child, 'SIGTERM');
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) {
      process.kill(-child.pid, signal);
    }
  } catch (error) {
    // ESRCH: the whole group is gone already, which is what we want.
    if (
      !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
    ) {
      throw error;
    }
  }
}
