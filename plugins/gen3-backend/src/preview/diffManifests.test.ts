import { diffManifests, findGenerated } from './diffManifests';
import { parseManifests } from './parseManifests';

const secret = (values: Record<string, string>) =>
  parseManifests(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'fence' },
      stringData: values,
    }),
  ).manifests;
const configMap = (name: string, text: string) =>
  parseManifests(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      data: { text },
    }),
  ).manifests;

describe('diffManifests', () => {
  it('tells what is added, changed and removed, by kind and name', () => {
    const before = [...configMap('a', '1'), ...configMap('b', '1')];
    const after = [
      ...configMap('c', '1'),
      ...configMap('b', '2'),
      ...configMap('d', '1'),
    ];
    const diffs = diffManifests({
      before: [...before, ...configMap('d', '1')],
      after,
    });
    expect(diffs).toMatchObject([
      { change: 'removed', before: { name: 'a' } },
      { change: 'changed', after: { name: 'b' } },
      { change: 'added', after: { name: 'c' } },
    ]);
  });

  it('says that a secret changes and not how', () => {
    const [diff] = diffManifests({
      before: secret({ a: 'geheim1', b: 'same' }),
      after: secret({ a: 'geheim2', b: 'same' }),
    });
    expect(diff).toMatchObject({
      change: 'changed',
      before: { text: expect.stringContaining('a: <hidden>') },
      afterText: expect.stringMatching(/a: <hidden, changed>\n {2}b: <hidden>/),
    });
    expect(JSON.stringify(diff)).not.toContain('geheim');
  });

  // Each rendering makes up new passwords, so that every secret once looked changed.
  it('leaves out what the chart makes up, also a line of a file', () => {
    const render = (password: string, host = 'db') =>
      secret({ password, file: `host=${host}\npassword=${password}` });
    const before = render('a');
    const generated = findGenerated(before, render('b'));
    const diff = (after: ReturnType<typeof render>) =>
      diffManifests({ before, after, generated });
    expect(diff(render('c'))).toEqual([]);
    expect(diff(render('c', 'other'))).toMatchObject([
      { change: 'changed', afterText: expect.stringContaining('changed') },
    ]);
  });

  // A key of fence has 49 lines or 50, so that its secret looked changed at times.
  it('leaves out a key that the chart makes up, however many lines it has', () => {
    const key = (lines: string) =>
      secret({ key: `BEGIN\n${[...lines].join('\n')}\nEND` });
    const before = key('abcdef');
    const generated = findGenerated(before, key('ghijkl'));
    const diff = (lines: string) =>
      diffManifests({ before, after: key(lines), generated });
    expect(diff('mnopqrs')).toEqual([]);
    expect(diff('mno')).toEqual([]);
  });
});
