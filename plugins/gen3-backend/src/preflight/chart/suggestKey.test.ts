import { suggestKey } from './suggestKey';

const known = {
  global: { hostname: '', dev: true, externalSecrets: { slackName: '' } },
  etl: { image: { tube: { tag: '' } }, etlMapping: { mappings: null } },
  fence: {
    image: { tag: '' },
    env: { DEBUG: '' },
    externalSecrets: { dbcreds: '' },
    global: { netPolicy: false },
    FENCE_CONFIG: { MOCK_GOOGLE_AUTH: false },
  },
  datareplicate: {
    suspendCronjob: true,
    validation: { suspendCronjob: true },
    batch: { image: '' },
  },
};

describe('suggestKey', () => {
  it.each([
    ['a letter too few', 'global.hostnam', 'global.hostname'],
    ['two letters swapped', 'global.hsotname', 'global.hostname'],
    ['a key in another map', 'fence.tag', 'fence.image.tag'],
    [
      'a key of a file',
      'fence.MOCK_GOOGLE_AUTH',
      'fence.FENCE_CONFIG.MOCK_GOOGLE_AUTH',
    ],
    ['a key of another level', 'tube', 'etl.image.tube'],
    [
      'a key of global',
      'fence.externalSecrets.slackName',
      'global.externalSecrets.slackName',
    ],
    [
      'the less deep of two',
      'datareplicate.batch.suspendCronjob',
      'datareplicate.suspendCronjob',
    ],
  ])('finds %s', (_, path, expected) => {
    expect(suggestKey(path.split('.'), known)).toBe(expected);
  });

  it.each([
    ['another word', 'global.certificate'],
    // Three letters are soon one of three others.
    ['a short word', 'global.dav2'],
    ['a key of another sub-chart', 'fence.tube'],
    ['what goes into a pod', 'fence.DEBUG'],
    ['globals of a sub-chart', 'fence.netPolicy'],
  ])('finds nothing near %s', (_, path) => {
    expect(suggestKey(path.split('.'), known)).toBeUndefined();
  });
});
