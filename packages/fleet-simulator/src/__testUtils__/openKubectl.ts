import {
  ChildProcess,
  execFile,
  execFileSync,
  spawn,
} from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Simulator } from '../server/startSimulator';

const run = promisify(execFile);

/** Who asks which cluster. */
export interface KubectlOptions {
  /** @defaultValue simulator-reader */
  token?: string;
  /** @defaultValue organprod */
  cluster?: string;
}

/** The real kubectl, with the clusters of a simulator. */
export interface Kubectl {
  /** What kubectl prints, without the spaces that end lines. */
  print(command: string, options?: KubectlOptions): Promise<string>;
  /** What kubectl complains of. */
  complaint(command: string, options?: KubectlOptions): Promise<string>;
  /** Starts a kubectl that goes on by itself. It ends with `close`. */
  start(command: string, options?: KubectlOptions): ChildProcess;
  close(): void;
}

/** @throws when there is no kubectl in `PATH`. */
export function openKubectl(
  simulator: Pick<Simulator, 'caPem' | 'kubernetesUrl'>,
): Kubectl {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
  } catch (error) {
    throw new Error(
      'These tests need the kubectl program in PATH: "make setup" puts it into .tools/bin',
      { cause: error },
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'gen3-test-kubectl-'));
  writeFileSync(join(folder, 'ca.pem'), simulator.caPem);
  const env = { ...process.env, HOME: folder, TZ: 'UTC' };
  const argumentsOf = (command: string, options: KubectlOptions = {}) => {
    const { token = 'simulator-reader', cluster = 'organprod' } = options;
    return [
      '--kubeconfig=/dev/null',
      `--cache-dir=${join(folder, token, cluster)}`,
      `--server=${simulator.kubernetesUrl(cluster)}`,
      `--certificate-authority=${join(folder, 'ca.pem')}`,
      `--token=${token}`,
      ...command.split(' '),
    ];
  };
  const print: Kubectl['print'] = async (command, options) => {
    const { stdout } = await run('kubectl', argumentsOf(command, options), {
      env,
    });
    return stdout.replace(/ +$/gm, '');
  };
  const started: ChildProcess[] = [];
  return {
    print,
    complaint: (command, options) =>
      print(command, options).then(
        printed => `It printed ${printed}`,
        (error: { stderr: string; stdout: string }) =>
          `${error.stdout}${error.stderr}`.trim(),
      ),
    start: (command, options) => {
      const child = spawn('kubectl', argumentsOf(command, options), { env });
      started.push(child);
      return child;
    },
    close: () => {
      started.forEach(child => child.kill());
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
