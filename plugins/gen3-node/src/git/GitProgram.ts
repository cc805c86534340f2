import { runProgram } from '../process/runProgram';
import { createGitEnvironment } from './gitEnvironment';
import { GitError } from './GitError';

/** One call of git. */
export interface GitCall {
  /** What the call is for, e.g. `list the files`; the word before "of git repository" in errors. */
  operation: string;
  args: readonly string[];
  input?: string;
  settings?: Record<string, string>;
  maxOutputBytes?: number;
  signal: AbortSignal;
}

/** How git ended a call. */
export interface GitEnd {
  /** 0 for success; what others mean depends on the command. */
  code: number;
  output: Buffer;
  /** Standard error. */
  complaint: string;
}

/** The git program with the bounds and settings that each of our calls has. */
export class GitProgram {
  readonly #options: {
    url: string;
    binary: string;
    timeoutMs: number;
    environment: NodeJS.ProcessEnv;
  };

  private constructor(options: {
    url: string;
    binary: string;
    timeoutMs: number;
    environment: NodeJS.ProcessEnv;
  }) {
    this.#options = options;
  }

  static create(options: {
    url: string;
    binary: string;
    timeoutMs: number;
    environment: NodeJS.ProcessEnv;
  }): GitProgram {
    return new GitProgram(options);
  }

  /** @throws GitError for everything but success. */
  async run(call: GitCall): Promise<Buffer> {
    const { code, output, complaint } = await this.attempt(call);
    if (code === 0) return output;
    throw this.errorOf(call, complaint);
  }

  /** The error of a call that git ended with a code that its caller knows no meaning of. */
  errorOf(call: { operation: string }, complaint: string): GitError {
    return GitError.fromComplaint({
      url: this.#options.url,
      operation: call.operation,
      complaint,
    });
  }

  /**
   * Runs git for a caller that knows what its codes mean.
   *
   * @throws GitError when git cannot be run to its end.
   */
  async attempt(call: GitCall): Promise<GitEnd> {
    const { url, binary, timeoutMs, environment } = this.#options;
    const end = await runProgram({
      program: binary,
      args: call.args,
      env: createGitEnvironment({
        own: environment,
        settings: call.settings,
      }),
      input: call.input,
      signal: call.signal,
      timeoutMs,
      maxOutputBytes: call.maxOutputBytes ?? 16 * 1024 * 1024,
    });
    const about = { url, operation: call.operation };
    switch (end.kind) {
      case 'exited':
        return end;
      case 'not-found':
        throw GitError.create({
          ...about,
          reason: 'program-missing',
          detail: `there is no program "${binary}" in PATH`,
          fix: 'install git where the portal runs',
        });
      case 'timeout':
        throw GitError.create({
          ...about,
          reason: 'timeout',
          detail: `git did not answer within ${timeoutMs} ms`,
          fix: 'check that the host can be reached from here',
        });
      case 'too-much-output':
        throw GitError.create({
          ...about,
          reason: 'too-large',
          detail: 'git answered with more than the portal reads',
          fix: 'point the source at a smaller repository',
        });
      default:
        throw GitError.create({
          ...about,
          reason: 'rejected',
          detail: `git was ended by ${end.by}`,
          fix: 'check memory and limits of the machine',
        });
    }
  }
}
