import { Command } from 'commander';
import { WHOLE_COMMONS } from '../faults/types';
import { CliEnvironment } from './CliEnvironment';
import { faultLine } from './faultLine';
import { parseDuration, parseNumber } from './parseDuration';
import { faultOptionsSchema, readFaultOptions } from './readFaultOptions';

/** Adds the command that makes something misbehave, and mends it. */
export function addFaultCommand(
  program: Command,
  { print, client }: CliEnvironment,
): void {
  const command = program
    .command('fault <hostname> [service] [clear]')
    .description(
      'make a service or job of a commons misbehave, the whole commons when no service (or "*") is named, or a cluster ("cluster:<name>"); "clear" ends it',
    );
  addOutsideOptions(command);
  addInsideOptions(command);
  addClusterOptions(command);
  command.action(async (hostname, service, clear, options) => {
    if ([service, clear].includes('clear')) {
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
}

/** What users notice. */
function addOutsideOptions(command: Command): void {
  command
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
    .option('--close', 'close connections before the TLS handshake');
}

/** What is wrong with workloads and jobs; the outside follows. */
function addInsideOptions(command: Command): void {
  command
    .option('--out-of-sync', 'Argo CD: what runs is not what git says')
    .option('--quota-used-up', 'the quota of its namespace leaves no memory')
    .option('--isolated', 'network policies let nobody in')
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
    .option('--hanging-job', 'runs of a job that begin from now on never end');
}

/** What is wrong with the API server of a cluster, beside `--hang`, `--slow` and `--status`. */
function addClusterOptions(command: Command): void {
  command
    .option('--unreachable', 'a cluster resets connections')
    .option(
      '--forbidden <kinds>',
      'nobody may read these kinds of a cluster (events,ingresses)',
      kinds => kinds.split(','),
    );
}
