import { fileLayer } from './__testUtils__/commonsInGit';
import { applySettings } from './applySettings';
import type { ValuesLayer } from './types';
import type { YamlSetting } from './yaml/types';

const tag: YamlSetting = { path: ['fence', 'image', 'tag'], value: '2026.11' };

const main = fileLayer(
  'values.yaml',
  "fence:\n  image:\n    tag: '2026.09'\nglobal:\n  dev: false\n",
);
const fence = fileLayer('fence.yaml', "fence:\n  image:\n    tag: '2026.10'\n");

const inline: ValuesLayer = {
  kind: 'inline',
  key: 'spec.sources[0].helm.parameters',
  values: { fence: { image: { tag: '2026.10' } } },
};

const foreign: ValuesLayer = {
  kind: 'foreign',
  name: '$other/values.yaml',
  why: 'is a file of another repository',
};

const editedOf = (layers: ValuesLayer[], setting: YamlSetting) =>
  applySettings({ layers }, [setting]).files.map(({ path, after }) => [
    path.split('/').at(-1),
    after,
  ]);

describe('applySettings', () => {
  it('edits the last file that says something about it, because that one wins', () => {
    expect(editedOf([main, fence], tag)).toEqual([
      ['fence.yaml', "fence:\n  image:\n    tag: '2026.11'\n"],
    ]);
    expect(editedOf([fence, main], tag).map(([name]) => name)).toEqual([
      'values.yaml',
    ]);
  });

  it('edits the file with the block of the service when nobody says anything', () => {
    const setting = { path: ['fence', 'image', 'pullPolicy'], value: 'Always' };
    const config = fileLayer('fence.yaml', 'fence:\n  FENCE_CONFIG: {}\n');
    expect(editedOf([config, main], setting).map(([name]) => name)).toEqual([
      'values.yaml',
    ]);
  });

  it('edits the first file when there is no such block', () => {
    const setting = { path: ['guppy', 'replicaCount'], value: 2 };
    expect(editedOf([main, fence], setting).map(([name]) => name)).toEqual([
      'values.yaml',
    ]);
  });

  it('changes nothing that holds already', () => {
    const setting = { ...tag, value: '2026.10' };
    expect(editedOf([main, fence], setting)).toEqual([]);
  });

  it('tells what all files say then', () => {
    expect(applySettings({ layers: [main, fence] }, [tag]).values).toEqual({
      fence: { image: { tag: '2026.11' } },
      global: { dev: false },
    });
  });

  it.each([
    [
      'what the Application sets itself',
      [main, inline],
      /wins over values files/,
    ],
    ['what may be set elsewhere', [main, foreign], /is read after/],
    ['an Application without files', [], /names no values file/],
    [
      'what cannot be edited',
      [fileLayer('values.yaml', 'fence: &f { image: { tag: x } }\nb: *f\n')],
      /cannot be set in ".*values.yaml": other values would change/,
    ],
  ])('refuses %s', (_, layers, message) => {
    expect(() => applySettings({ layers }, [tag])).toThrow(message);
  });

  it('does not care for what is read before', () => {
    expect(editedOf([foreign, main], tag)).toHaveLength(1);
  });
});
