import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createRepository } from './demoData';

describe('the repository of a demo', () => {
  const directory = createMockDirectory();
  const repository = directory.resolve('data/gitops.git');
  const create = (environment = process.env) =>
    createRepository({
      environment,
      from: directory.resolve('example'),
      repository,
      signal: new AbortController().signal,
    });
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();

  beforeEach(() =>
    directory.setContent({ example: { fleet: { 'values.yaml': 'a: 1\n' } } }),
  );

  it('holds the files of the example on its branch main', async () => {
    await create();

    expect(git('show', 'main:fleet/values.yaml')).toBe('a: 1');
  });

  it('is left alone when it is there already, as people commit to it', async () => {
    await create();
    const commit = git('rev-parse', 'main');
    directory.addContent({ 'example/more.yaml': 'b: 2\n' });

    await create();

    expect(git('rev-parse', 'main')).toBe(commit);
  });

  it('is whole even when an earlier start was interrupted while it was made', async () => {
    directory.addContent({ 'data/gitops.git.new/hooks/half-made': '' });

    await create();

    expect(existsSync(join(repository, 'hooks/half-made'))).toBe(false);
  });

  // Somebody who signs all commits, or has hooks for all repositories, could not start the demo.
  it("is made whatever git's own settings are", async () => {
    directory.addContent({
      'hooks/pre-commit': '#!/bin/sh\nexit 1\n',
      gitconfig: `[commit]
  gpgsign = true
[gpg]
  program = false
[core]
  hooksPath = ${directory.resolve('hooks')}
`,
    });
    execFileSync('chmod', ['+x', directory.resolve('hooks/pre-commit')]);

    await create({
      ...process.env,
      GIT_CONFIG_GLOBAL: directory.resolve('gitconfig'),
    });

    expect(git('rev-list', '--count', 'main')).toBe('1');
  });
});
