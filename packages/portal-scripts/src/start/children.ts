import { ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { z } from 'zod';
import { REPOSITORY, TYPESCRIPT } from '../repository';
import { keepLog } from './keepLog';

const groupIsGone = z.looseObject({ code: z.enum(['ESRCH', 'EPERM']) });

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
  /** Flags of `node` and V8. */
  nodeFlags?: string[];
  environment: Record<string, string | undefined>;
  logFile: string;
}

/**
 * Programs that live and die together. Each is the leader of a process group of its own, so that what it starts ends
 * with it; each also ends by itself when this process disappears (see exitWithParent).
 */
export class Children {
  readonly #running = new Map<string, ChildProcess>();
  readonly #logs: Promise<void>[] = [];
  readonly #ended: (name: string, how: string) => void;
  readonly #graceMs: number;

  private constructor(
    ended: (name: string, how: string) => void,
    graceMs: number,
  ) {
    this.#ended = ended;
    this.#graceMs = graceMs;
  }

  /**
   * @param ended - called when a child ends that nobody stopped.
   * @param options - `graceMs`: how long a child may take to end by itself before it is killed; 8 s by default.
   */
  static create(
    ended: (name: string, how: string) => void,
    options: { graceMs?: number } = {},
  ): Children {
    return new Children(ended, options.graceMs ?? GRACE_MS);
  }

  /** @returns the process id of the program. */
  start(options: ChildOptions): number | undefined {
    const { name, script, args, environment, logFile } = options;
    const { preload = [], nodeFlags = [] } = options;
    const child = spawn(
      process.execPath,
      [
        ...nodeFlags,
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
    this.#logs.push(keepLog(child, logFile));
    this.#running.set(name, child);
    child.once('exit', (code, signal) => {
      // What it left behind in its group goes with it, whoever ended it; it also holds the log open.
      signalGroup(child, 'SIGKILL');
      this.#end(name, signal ? `signal ${signal}` : `exit code ${code}`);
    });
    child.on('error', error => {
      // Only a program that could not be started has no process id, and never exits.
      if (child.pid === undefined) {
        this.#end(name, error.message);
      }
    });
    return child.pid;
  }

  /** Ends all children: asks first, kills after a while. Resolves when none is left and all they said is in their logs. */
  async stop(): Promise<void> {
    const children = [...this.#running.values()];
    this.#running.clear();
    await Promise.all(children.map(child => stopGroup(child, this.#graceMs)));
    await Promise.all(this.#logs);
  }

  #end(name: string, how: string): void {
    if (this.#running.delete(name)) {
      this.#ended(name, how);
    }
  }
}

function stopGroup(child: ChildProcess, graceMs: number): Promise<void> {
  return new Promise(done => {
    const kill = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(kill);
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
    // The whole group is gone already, which is what we want; macOS answers EPERM when its last members have just ended.
    if (!groupIsGone.safeParse(error).success) {
      throw error;
    }
  }
}
