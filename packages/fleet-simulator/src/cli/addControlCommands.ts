import { Command } from 'commander';
import { clusterOfHost } from '../faults/types';
import { addFaultCommand } from './addFaultCommand';
import { CliEnvironment } from './CliEnvironment';
import { faultLine } from './faultLine';
import { describeFault } from './readFaultOptions';

/** Adds the commands that talk to a running simulator. */
export function addControlCommands(
  program: Command,
  environment: CliEnvironment,
): void {
  const { print, client } = environment;
  addFaultCommand(program, environment);

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
