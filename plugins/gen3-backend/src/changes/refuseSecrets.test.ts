import { refuseSecrets, refuseSecretsIn } from './refuseSecrets';

describe('refuseSecrets', () => {
  it('lets sentences pass', () => {
    expect(() =>
      refuseSecrets('The reason', 'The demo needs no backup.'),
    ).not.toThrow();
  });

  it('refuses a secret without repeating it', () => {
    const refuse = () => refuseSecrets('The reason', 'password=hunter2hunter2');
    expect(refuse).toThrow(/^The reason seems to hold a secret/);
    expect(refuse).not.toThrow(/hunter2/);
  });
});

describe('refuseSecretsIn', () => {
  const secret = ['AKIA', 'CANARY0CANARY0AB'].join('');

  it.each([
    ['an answer', { answers: { title: secret } }, 'answers.title'],
    ['a list', { answers: { services: ['fence', secret] } }, 'services.1'],
    ['a reason', { accept: [{ id: 'a', reason: secret }] }, 'accept.0.reason'],
    ['a name', { answers: { [secret]: 'x' } }, 'The name of an answer'],
  ])('refuses one in %s, and does not repeat it', (_, body, where) => {
    let message = '';
    try {
      refuseSecretsIn(body);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(where);
    expect(message).toContain('seems to hold a secret');
    expect(message).not.toContain(secret);
  });

  it('leaves values of a chart to preflight, and takes anything else', () => {
    refuseSecretsIn({ values: `key: ${secret}` });
    refuseSecretsIn({
      answers: { title: 'Atlas of the heart', n: 1, x: null },
    });
    refuseSecretsIn(undefined);
    expect(() => refuseSecretsIn({ answers: { values: secret } })).toThrow();
  });
});
