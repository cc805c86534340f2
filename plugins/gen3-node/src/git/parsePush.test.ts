import { parsePush } from './parsePush';

const parse = (output: string, complaint: string) =>
  parsePush({ output: Buffer.from(output), complaint });

describe('parsePush', () => {
  // As git 2.39 writes it.
  it('reads what a hook says, without credentials and colours', () => {
    expect(
      parse(
        'To /srv/r.git\n!\tabc:refs/heads/n\t[remote rejected] (pre-receive hook declined)\nDone\n',
        "remote: \u001b[31mno:\u001b[0m see https://u:p@h.example/x?token=t        \nremote: \nremote: ask ann        \nerror: failed to push some refs to '/srv/r.git'\n",
      ),
    ).toEqual({
      reason: 'pre-receive hook declined',
      saying:
        'git says "pre-receive hook declined": "no: see https://h.example/x ask ann"',
    });
  });

  it('reads a ref that has moved, of which the repository says nothing', () => {
    expect(
      parse(
        'To /srv/r.git\n!\tabc:refs/heads/n\t[rejected] (stale info)\nDone\n',
        "error: failed to push some refs to '/srv/r.git'\n",
      ),
    ).toEqual({ reason: 'stale info', saying: 'git says "stale info"' });
  });

  it('keeps long words of a hook short', () => {
    const { saying = '' } =
      parse(
        '!\t:r\t[remote rejected] (no)\n',
        `remote: ${'x'.repeat(5_000)}`,
      ) ?? {};
    expect(saying).toHaveLength(317);
  });

  it('knows a push that did not get as far as the ref', () => {
    expect(
      parse('', "fatal: '/srv/r.git' does not appear to be a git repository\n"),
    ).toBeUndefined();
  });
});
