import { launchRecord } from './__testUtils__/changeRecords';
import { nameOpenChange } from './nameOpenChange';

const HEART = 'heart.example.org';
const scaling = launchRecord({
  id: '9f69',
  kind: 'scale',
  title: `Scale ${HEART}`,
});

const name = (open: typeof scaling | undefined, isSeen = true) =>
  nameOpenChange({
    hostname: HEART,
    access: undefined,
    store: {
      findOpen: async () => open,
      get: async () => (isSeen ? open : undefined),
    },
  });

describe('nameOpenChange', () => {
  // Preflight said that it "launches" the commons, with nothing but its id.
  it('names the change by its title and id, whatever kind it is', async () => {
    await expect(name(scaling)).resolves.toBe(
      `"Scale ${HEART}" (9f69), proposed by user:default/alma`,
    );
  });

  it('tells nothing of a change that the caller may not see', async () => {
    await expect(name(scaling, false)).resolves.toBe(
      'one that you may not see',
    );
  });

  it('names none where there is none', async () => {
    await expect(name(undefined)).resolves.toBeUndefined();
  });
});
