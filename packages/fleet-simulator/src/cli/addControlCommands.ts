import { Command } from 'commander';
import { ControlClient } from '../control/ControlClient';
import { clusterOfHost, PlacedFault, WHOLE_COMMONS } from '../faults/types';
import { parseDuration, parseNumber } from './parseDuration';
import {
  describeFault,
  faultOptionsSchema,
  readFaultOptions,
} from './readFaultOptions';

/** What commands write to and talk to. */
export interface CliEnvironment {
  print: (line: string) => void;
  client: () => ControlClient;
}

/** Adds the commands that talk to a running simulator. */
export function addControlCommands(
  program: Command,
  environment: CliEnvironment,
): void {
  const { print, client } = environment;

  program
    .command('fault <hostname> [service] [clear]')
    .description(
      'make a service or job of a commons misbehave, the whole commons when no service (or "*") is named, or a cluster ("cluster:<name>"); "clear" ends it',
    )
    .option('--status <code>', 'answer this status', parseNumber)
    .option('--hang', 'take requests and never answer')
    .option('--slow <duration>', 'answer so much later (3s)', parseDuration)
    .option('--reset', 'reset the connection instead of answering')
    .option('--html', "answer 200 with the front end's page")
    .option('--wrong-issuer', 'fence names another issuer')
    .option(
      '--certificate-days <days>',
      'the certificate ends in so many days',
      parseNumber,
    )
    .option('--expired', 'the certificate ended yesterday')
    .option('--maintenance', "Gen3's maintenance mode")
    .option('--close', 'close connections before the TLS handshake')
    .option('--out-of-sync', 'Argo CD: what runs is not what git says')
    .option('--crash-loop', "the service's pods end again and again")
    .option('--out-of-memory', 'they are killed for want of memory')
    .option('--image-pull', 'their image cannot be pulled')
    .option('--pending', 'no node has room for them')
    .option('--scaled-to-zero', 'there are none')
    .option('--replicas <count>', 'so many are wanted', parseNumber)
    .option('--replicas-ready <count>', 'so many are ready', parseNumber)
    .option('--failed-job', 'the last run of a job failed')
    .option(
      '--late-job [hours]',
      'the last success of a job was so long ago',
      parseNumber,
    )
    .option('--unreachable', 'a cluster resets connections')
    .option(
      '--forbidden <kinds>',
      'nobody may read these kinds of a cluster (events,ingresses)',
      kinds => kinds.split(','),
    )
    .action(async (hostname, service, clear, options) => {
      const words = [service, clear];
      if (words.includes('clear')) {
        const named = service === 'clear' ? undefined : service;
        await client().clearFaults({ hostname, service: named });
        print(`${hostname}${named ? ` ${named}` : ''}: cleared`);
        return;
      }
      const fault = readFaultOptions(faultOptionsSchema.parse(options));
      const placed = { hostname, service: service ?? WHOLE_COMMONS, fault };
      const { faults } = await client().setFault(placed);
      faults
        .filter(it => it.hostname === hostname)
        .forEach(it => print(faultLine(it)));
    });

  program
    .command('clear [hostname] [service]')
    .description('end the faults of a service, of a commons, or all of them')
    .action(async (hostname, service) => {
      const { faults } = await client().clearFaults({ hostname, service });
      print(
        faults.length === 0
          ? 'No faults are left.'
          : `${faults.length} faults are left:`,
      );
      faults.forEach(it => print(faultLine(it)));
    });

  program
    .command('list')
    .description('list the commons and what is wrong with them')
    .action(async () => {
      const { commons, httpsPort, kubernetesPort } =
        await client().listCommons();
      const { faults } = await client().listFaults();
      print(
        `${commons.length} commons on https port ${httpsPort}, their clusters on ${kubernetesPort}`,
      );
      for (const one of commons) {
        const wrong = faults
          .filter(it => it.hostname === one.hostname)
          .map(it => `${it.service}: ${describeFault(it.fault)}`);
        const state = one.maintenance ? ['maintenance mode', ...wrong] : wrong;
        print(
          `${one.hostname}  ${one.flavour}  ${one.services.length} services${
            state.length > 0 ? `  [${state.join('; ')}]` : ''
          }`,
        );
      }
      faults
        .filter(it => clusterOfHost(it.hostname) !== undefined)
        .forEach(it => print(faultLine(it)));
    });

  program
    .command('log')
    .description('show the latest requests')
    .option('--host <hostname>', 'only those to this commons')
    .action(async ({ host }) => {
      const { requests } = await client().listRequests({ hostname: host });
      requests.forEach(it =>
        print(
          `${it.at} ${it.status || '---'} ${it.method} ${it.hostname}${
            it.path
          } "${it.userAgent}"`,
        ),
      );
    });

  program
    .command('reload')
    .description('read the fleet again where it comes from')
    .action(async () => {
      const { commons } = await client().reload();
      print(`${commons} commons`);
    });
}

function faultLine({ hostname, service, fault }: PlacedFault): string {
  return `${hostname} ${service}: ${describeFault(fault)}`;
}
