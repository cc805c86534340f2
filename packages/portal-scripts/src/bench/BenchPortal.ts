import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { BACKEND_PROGRAM } from '../start/backendProgram';
import { Children } from '../start/children';
import { configEnvironment, listConfigFiles } from '../start/configFiles';
import { readSettings } from '../start/settings';
import { freePort } from '../test/postgres';
import { ProcessUse, readProcessUse } from './processUse';

const COLLECT_MS = 12_000;
const COLLECT_POLL_MS = 250;

/** What a measured portal needs. */
export interface BenchPortalOptions {
  /** Folder of its data, config and log; a portal started again on the same folder knows what the last one knew. */
  folder: string;
  /** Config on top of `app-config.yaml`. */
  config: object;
  signal: AbortSignal;
}

/** An answer and how long it took. */
export interface TimedAnswer {
  body: unknown;
  ms: number;
}

/** The real backend in a process of its own, started from source as `make start` does, with an address and a token of its own. */
export class BenchPortal {
  readonly pid: number | undefined;
  readonly #baseUrl: string;
  readonly #token: string;
  readonly #children: Children;
  readonly #signal: AbortSignal;
  readonly #logFile: string;

  private constructor(options: {
    pid: number | undefined;
    baseUrl: string;
    token: string;
    children: Children;
    signal: AbortSignal;
    logFile: string;
  }) {
    this.pid = options.pid;
    this.#baseUrl = options.baseUrl;
    this.#token = options.token;
    this.#children = options.children;
    this.#signal = options.signal;
    this.#logFile = options.logFile;
  }

  /**
   * Starts a portal and waits until all its plugins are up.
   *
   * @throws Error with the end of its log when it ends instead.
   */
  static async start(options: BenchPortalOptions): Promise<BenchPortal> {
    const { folder, config, signal } = options;
    await mkdir(join(folder, 'temporary'), { recursive: true });
    const configFile = join(folder, 'bench.yaml');
    await writeFile(configFile, JSON.stringify(config));
    const token = randomBytes(24).toString('hex');
    const port = await freePort();
    const settings = readSettings({
      DEMO: 'off',
      PORT: String(port),
      CONFIG: configFile,
      GEN3_CSOC_DATA: folder,
      GEN3_CSOC_TOKEN: token,
    });
    const ended = new AbortController();
    const logFile = join(folder, 'backend.log');
    const children = Children.create((name, how) =>
      ended.abort(new Error(`The ${name} ended unexpectedly (${how})`)),
    );
    const pid = children.start({
      ...BACKEND_PROGRAM,
      preload: ['packages/portal-scripts/src/bench/collectOnSignal.ts'],
      args: listConfigFiles(settings).flatMap(file => ['--config', file]),
      environment: {
        ...process.env,
        ...configEnvironment(settings),
        NODE_ENV: 'development',
        GEN3_CSOC_TOKEN: token,
        // Clones and other temporary files go when the folder goes.
        TMPDIR: join(folder, 'temporary'),
      },
      logFile,
    });
    const portal = new BenchPortal({
      pid,
      baseUrl: `http://localhost:${port}`,
      token,
      children,
      signal: AbortSignal.any([signal, ended.signal]),
      logFile,
    });
    try {
      await portal.#waitUntilUp();
      return portal;
    } catch (error) {
      await portal.stop();
      if (signal.aborted) {
        throw error;
      }
      const lines = (await portal.readLog()).split('\n').slice(-20);
      throw new Error(`${lines.join('\n')}\n${error}`, { cause: error });
    }
  }

  /** Asks and reads the whole answer. @throws Error for any status but 2xx. */
  async get(path: string): Promise<TimedAnswer> {
    return this.#ask('GET', path);
  }

  /** Asks for something that may not be there: the status, and the body if it is. @throws Error for any other status. */
  async look(path: string): Promise<{ status: number; body?: unknown }> {
    const response = await this.#fetch('GET', path);
    if (response.status === 404) {
      await response.body?.cancel();
      return { status: response.status };
    }
    const text = await response.text();
    return { status: response.status, body: readBody(path, response, text) };
  }

  async post(path: string, body?: object): Promise<TimedAnswer> {
    return this.#ask('POST', path, body);
  }

  /**
   * Has the portal drop what it no longer uses.
   *
   * @returns the least that it used within the time in which Node gives memory back: a portal at work fills it again meanwhile.
   */
  async leastUseAfterCollection(): Promise<ProcessUse | undefined> {
    if (this.pid === undefined) {
      return undefined;
    }
    process.kill(this.pid, 'SIGUSR2');
    const start = performance.now();
    let least: ProcessUse | undefined;
    while (performance.now() - start < COLLECT_MS) {
      await sleep(COLLECT_POLL_MS, undefined, { signal: this.#signal });
      const use = await readProcessUse(this.pid);
      if (use && (!least || use.memory < least.memory)) {
        least = use;
      }
    }
    return least;
  }

  /** Everything the portal has logged so far. */
  async readLog(): Promise<string> {
    return readFile(this.#logFile, 'utf8');
  }

  /** @throws what ended the portal, or the measuring. */
  throwIfEnded(): void {
    this.#signal.throwIfAborted();
  }

  async stop(): Promise<void> {
    await this.#children.stop();
  }

  async #ask(
    method: string,
    path: string,
    sent?: object,
  ): Promise<TimedAnswer> {
    const start = performance.now();
    const response = await this.#fetch(method, path, sent);
    const text = await response.text();
    // What the bench makes of the answer is no time of the portal's.
    const ms = performance.now() - start;
    return { body: readBody(`${method} ${path}`, response, text), ms };
  }

  async #fetch(method: string, path: string, sent?: object): Promise<Response> {
    return fetch(`${this.#baseUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        ...(sent ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(sent ? { body: JSON.stringify(sent) } : {}),
      signal: this.#signal,
    });
  }

  async #waitUntilUp(): Promise<void> {
    for (;;) {
      try {
        await this.get('/.backstage/health/v1/readiness');
        return;
      } catch (error) {
        // Nobody listens yet, or a plugin is still starting; a portal that ended or a Ctrl-C ends the waiting.
        this.#signal.throwIfAborted();
        await sleep(250, undefined, { signal: this.#signal });
      }
    }
  }
}

function readBody(what: string, response: Response, text: string): unknown {
  if (!response.ok) {
    throw new Error(
      `${what} answered ${response.status}: ${text.slice(0, 300)}`,
    );
  }
  return z.json().parse(JSON.parse(text));
}
