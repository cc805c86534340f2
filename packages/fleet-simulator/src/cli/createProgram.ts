import { Command } from 'commander';
import { ControlClient } from '../control/ControlClient';
import { writeGeneratedGitops } from '../fleet/writeGeneratedGitops';
import { addControlCommands } from './addControlCommands';
import { parseClusterVersion } from './parseClusterVersion';
import { parseNumber, parsePort } from './parseDuration';
import { startFromOptions } from './startFromOptions';

/** What the command line needs of its surroundings. */
export interface ProgramOptions {
  print: (line: string) => void;
  /** Aborted when the person wants to stop. */
  signal: AbortSignal;
  environment: Record<string, string | undefined>;
}

/** Makes the command line. */
export function createProgram(options: ProgramOptions): Command {
  const { print, signal, environment } = options;
  const httpsPort = parsePort(environment.SIMULATOR_PORT || '8443');
  const program = new Command('simulator')
    .description('A fleet of Gen3 commons that behaves like the real thing')
    .option(
      '--control-port <port>',
      'port of the control API',
      parsePort,
      httpsPort + 1,
    );

  const collect = (path: string, paths: string[]) => [...paths, path];
  program
    .command('start')
    .description('serve a fleet until it is stopped')
    .option(
      '--gitops <path>',
      'folder or bare git repository with Argo CD Applications; may be repeated',
      collect,
      [],
    )
    .option(
      '--manifest <path>',
      'folder or bare git repository with cloud-automation manifests; may be repeated',
      collect,
      [],
    )
    .option('--generate <count>', 'commons to make up', parseNumber, 0)
    .option('--seed <text>', 'same seed, same answers', 'demo')
    .option('--port <port>', 'HTTPS port', parsePort, httpsPort)
    .option('--control-port <port>', 'port of the control API', parsePort)
    .option(
      '--kubernetes-port <port>',
      "HTTPS port of the clusters' Kubernetes APIs",
      parsePort,
      httpsPort === 0 ? 0 : httpsPort + 2,
    )
    .option(
      '--kubernetes-version <cluster=version>',
      'what a cluster plays instead of 1.35: 1.20; may be repeated',
      parseClusterVersion,
      {},
    )
    .option('--address <address>', 'address to listen on', '127.0.0.1')
    .option('--data <folder>', 'where the certificate authority is kept')
    .option('--faults <file>', 'faults that hold from the start')
    .action(async start => {
      const simulator = await startFromOptions({
        trees: [...start.gitops, ...start.manifest],
        generate: start.generate,
        seed: start.seed,
        port: start.port,
        controlPort: start.controlPort ?? program.opts().controlPort,
        kubernetesPort: start.kubernetesPort,
        clusters: start.kubernetesVersion,
        address: start.address,
        dataFolder: start.data,
        faultsFile: start.faults,
        signal,
        print,
      });
      print(
        `${simulator.fleet.size} commons on https port ${simulator.httpsPort}, their clusters on ${simulator.kubernetesPort}, control API at ${simulator.controlUrl}`,
      );
      await new Promise<void>(done => {
        signal.addEventListener('abort', () => done(), { once: true });
        if (signal.aborted) {
          done();
        }
      });
      await simulator.close();
    });

  program
    .command('generate')
    .description('write a GitOps tree of made-up commons')
    .requiredOption('--out <folder>', 'where to write; must be empty or new')
    .option('--commons <count>', 'how many commons', parseNumber, 1000)
    .option('--services <count>', 'services of each', parseNumber, 15)
    .option('--seed <text>', 'same seed, same tree', 'demo')
    .action(async ({ out, commons, services, seed }) => {
      await writeGeneratedGitops(out, { commons, services, seed });
      print(`${commons} commons with ${services} services each are in ${out}`);
    });

  addControlCommands(program, {
    print,
    client: () =>
      ControlClient.create({
        url: `http://127.0.0.1:${program.opts().controlPort}`,
      }),
  });
  return program;
}
