import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BACKSTAGE_CLI, REPOSITORY } from '../repository';
import { readYamlSnippets } from './readYamlSnippets';
import { runProgram } from './runProgram';
import { Step } from './runSteps';
import { tallyOf } from './tally';

/** Checks config files that are read together against the schemas of all packages, without their environment. */
async function checkConfig(files: string[], signal: AbortSignal) {
  const code = await runProgram({
    command: BACKSTAGE_CLI,
    args: [
      'config:check',
      '--strict',
      '--lax',
      ...files.flatMap(file => ['--config', file]),
    ],
    signal,
  });
  return tallyOf(code === 0);
}

/** What a reader of README.md would save, on top of what every portal reads. */
async function checkSnippets(signal: AbortSignal) {
  const snippets = readYamlSnippets(
    await readFile(resolve(REPOSITORY, 'README.md'), 'utf8'),
  );
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-config-'));
  try {
    const files = snippets.map((_, index) => join(folder, `${index}.yaml`));
    await Promise.all(
      snippets.map((snippet, index) => writeFile(files[index], snippet)),
    );
    return await checkConfig(['app-config.yaml', ...files], signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every config file of the repository, in the company in which it is read. */
export const CONFIG_CHECKS: Step[] = [
  {
    title: 'config of the demo',
    run: signal =>
      checkConfig(
        [
          'app-config.yaml',
          'app-config.data.yaml',
          'app-config.demo.yaml',
          'app-config.token.yaml',
          'examples/public-commons.yaml',
          'examples/clusters.yaml',
        ],
        signal,
      ),
  },
  {
    title: 'config of a deployment',
    run: signal =>
      checkConfig(
        [
          'app-config.yaml',
          'app-config.token.yaml',
          'app-config.production.yaml',
        ],
        signal,
      ),
  },
  { title: 'config in README.md', run: checkSnippets },
];
