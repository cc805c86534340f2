import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { ChangeTargets } from '../ChangeTargets';
import { createHosted } from '../createHosted';
import { createTarget } from './createTarget';

/** Web address of the repository of {@link createFakeGithub}. */
export const REPOSITORY = 'https://github.com/org/gitops';

/**
 * A repository at GitHub that is the one source of changes, and its texts by `<branch>/<path>`.
 *
 * @example
 * const { texts, targets } = createFakeGithub();
 * texts.set('main/a.yaml', 'a: 1\n');
 */
export function createFakeGithub(url = `${REPOSITORY}.git`) {
  const texts = new Map<string, string>();
  const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());
  const reader = mockServices.urlReader.mock({
    readUrl: async page => {
      const text = texts.get(page.slice(`${REPOSITORY}/blob/`.length));
      if (text === undefined) throw new NotFoundError(page);
      return { buffer: async () => Buffer.from(text) };
    },
  });
  const targets = ChangeTargets.create({
    targets: [createTarget({ url })],
    createHost: () => undefined,
    createHosted: target => createHosted(target, { reader, integrations }),
  });
  return { texts, targets };
}
