import { parse } from 'yaml';
import { setInYaml } from './setInYaml';
import type { YamlSetting } from './types';

function tag(value: string, service = 'fence'): YamlSetting {
  return { path: [service, 'image', 'tag'], value };
}

const on: YamlSetting = { path: ['global', 'maintenanceMode'], value: 'on' };

const replicas: YamlSetting = { path: ['fence', 'replicaCount'], value: 3 };

/** Each with what becomes of it. */
const EDITS: [string, YamlSetting[], string, string][] = [
  [
    'keeps single quotes',
    [tag('2026.11')],
    "fence:\n  image:\n    tag: '2026.10'\n",
    "fence:\n  image:\n    tag: '2026.11'\n",
  ],
  [
    'keeps double quotes',
    [tag('2026.11')],
    'fence:\n  image:\n    tag: "2026.10"\n',
    'fence:\n  image:\n    tag: "2026.11"\n',
  ],
  [
    'puts quotes around what would be a number',
    [tag('2026.10')],
    'fence:\n  image:\n    tag: 2026.09\n',
    "fence:\n  image:\n    tag: '2026.10'\n",
  ],
  [
    'takes the quotes that the file prefers',
    [tag('2026.10')],
    'a: "x"\nb: "y"\nfence:\n  image:\n    tag: master\n',
    'a: "x"\nb: "y"\nfence:\n  image:\n    tag: "2026.10"\n',
  ],
  [
    'needs no quotes for what is text without them',
    [tag('13.3.0')],
    'fence:\n  image:\n    tag: feat_x\n',
    'fence:\n  image:\n    tag: 13.3.0\n',
  ],
  [
    'keeps a plain on from being a boolean',
    [on],
    'global:\n  maintenanceMode: off\n',
    "global:\n  maintenanceMode: 'on'\n",
  ],
  [
    'keeps comments, blank lines, long lines and the order of keys',
    [tag('2026.11')],
    `# top\n\nzeta: 1\nfence:\n\n  # why\n  image: # here\n    tag: '2026.10'   # monthly\n    repository: x\n\nalpha:   [1,2,   3]\nlong: ${'word '.repeat(
      60,
    )}end\n# last\n`,
    `# top\n\nzeta: 1\nfence:\n\n  # why\n  image: # here\n    tag: '2026.11'   # monthly\n    repository: x\n\nalpha:   [1,2,   3]\nlong: ${'word '.repeat(
      60,
    )}end\n# last\n`,
  ],
  [
    'keeps lists that are not indented, odd indentation and block texts',
    [tag('2026.11'), replicas],
    "a:\n- x\n-   y\nfence:\n     image:\n       tag: '2026.10'\n     note: |-\n       text # no comment\n\n       more\nb: >\n  folded\n",
    "a:\n- x\n-   y\nfence:\n     image:\n       tag: '2026.11'\n     note: |-\n       text # no comment\n\n       more\n     replicaCount: 3\nb: >\n  folded\n",
  ],
  [
    'keeps Windows line endings',
    [tag('2026.11'), replicas],
    "fence:\r\n  image:\r\n    tag: '2026.10'\r\nz: 1\r\n",
    "fence:\r\n  image:\r\n    tag: '2026.11'\r\n  replicaCount: 3\r\nz: 1\r\n",
  ],
  [
    'keeps a file without a line ending at its end',
    [replicas],
    'fence:\n  enabled: true',
    'fence:\n  enabled: true\n  replicaCount: 3',
  ],
  [
    'adds a block at the end when there is nothing of it',
    [on],
    'fence:\n  enabled: true\n',
    "fence:\n  enabled: true\nglobal:\n  maintenanceMode: 'on'\n",
  ],
  [
    'adds with the indentation of the file',
    [tag('2026.10')],
    'fence:\n    enabled: true\n    # about sheepdog\nsheepdog: {}\n',
    "fence:\n    enabled: true\n    image:\n        tag: '2026.10'\n    # about sheepdog\nsheepdog: {}\n",
  ],
  [
    'writes into a flow map',
    [replicas, tag('2026.11')],
    "fence: { image: { repository: x, tag: '2026.10' }, enabled: true }\n",
    "fence: { image: { repository: x, tag: '2026.11' }, enabled: true, replicaCount: 3 }\n",
  ],
  [
    'fills an empty flow map',
    [replicas],
    'fence: {}\nz: 1\n',
    'fence: { replicaCount: 3 }\nz: 1\n',
  ],
  [
    'fills a key without a value',
    [tag('2026.10')],
    'fence: # nothing yet\nz: 1\n',
    "fence: { image: { tag: '2026.10' } } # nothing yet\nz: 1\n",
  ],
  [
    'takes the place of null',
    [tag('2026.10')],
    'fence:\n  image:\n    tag: ~\n',
    "fence:\n  image:\n    tag: '2026.10'\n",
  ],
  [
    'writes an empty file',
    [on],
    '# Values of the commons\n',
    "# Values of the commons\nglobal:\n  maintenanceMode: 'on'\n",
  ],
  [
    'writes out an alias where only one of those that share it changes',
    [tag('2026.11', 'fence')],
    "indexd:\n  image:\n    tag: &release '2026.10'\nfence:\n  image:\n    tag: *release\n",
    "indexd:\n  image:\n    tag: &release '2026.10'\nfence:\n  image:\n    tag: '2026.11'\n",
  ],
  [
    'writes beside a merge key',
    [replicas],
    'defaults: &defaults\n  replicaCount: 1\nfence:\n  <<: *defaults\n  enabled: true\n',
    'defaults: &defaults\n  replicaCount: 1\nfence:\n  <<: *defaults\n  enabled: true\n  replicaCount: 3\n',
  ],
  [
    'takes the last of equal keys, as Helm does',
    [replicas],
    'fence:\n  replicaCount: 1\nfence:\n  replicaCount: 2\n',
    'fence:\n  replicaCount: 1\nfence:\n  replicaCount: 3\n',
  ],
  [
    'keeps a number in quotes in quotes',
    [replicas],
    "fence:\n  replicaCount: '2'\n",
    "fence:\n  replicaCount: '3'\n",
  ],
  [
    'changes nothing that holds already',
    [tag('2026.10'), replicas],
    "fence: { replicaCount: 3,image: { tag:   '2026.10' }}",
    "fence: { replicaCount: 3,image: { tag:   '2026.10' }}",
  ],
];

describe('setInYaml', () => {
  it.each(EDITS)('%s', (_, settings, before, after) => {
    expect(setInYaml(before, settings)).toBe(after);
    expect(setInYaml(after, settings)).toBe(after);
  });

  it('says what was meant and nothing else', () => {
    const [, , before] = EDITS[6] ?? [];
    const text = before ?? '';
    expect(parse(setInYaml(text, [tag('2026.11')]))).toEqual({
      ...parse(text),
      fence: { image: { tag: '2026.11', repository: 'x' } },
    });
  });

  it.each([
    [
      'an anchor that others use',
      [tag('2026.11', 'indexd')],
      "indexd:\n  image:\n    tag: &r '2026.10'\nfence:\n  image:\n    tag: *r\n",
      /other values would change/,
    ],
    [
      'a map that is an alias',
      [replicas],
      'a: &a\n  x: 1\nfence: *a\n',
      /"fence" is an alias/,
    ],
    ['a text in place of a map', [replicas], 'fence: no map\n', /is no map/],
    [
      'a map in place of a value',
      [replicas],
      'fence:\n  replicaCount:\n    min: 1\n',
      /is a map/,
    ],
    [
      'a list in place of a value',
      [replicas],
      'fence:\n  replicaCount: [1]\n',
      /is a list/,
    ],
    ['a list of values', [replicas], '- a\n', /no map of values/],
    ['broken YAML', [replicas], 'a: [b\n', /not valid YAML/],
    ['several documents', [replicas], 'a: 1\n---\nb: 2\n', /several documents/],
  ])('refuses %s', (_, settings, text, message) => {
    expect(() => setInYaml(text, settings)).toThrow(message);
  });

  it('never quotes the file, which may hold secrets', () => {
    expect(() => setInYaml('a: [hunter2\n', [replicas])).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('hunter2'),
      }),
    );
  });
});
