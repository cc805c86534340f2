import { adaptValues } from './adaptValues';

const names = {
  from: {
    hostname: 'heart.example.org',
    releaseName: 'heart-example-org',
    environment: 'prodv1',
  },
  to: {
    hostname: 'lung.example.org',
    releaseName: 'lung-example-org',
    environment: 'prodv2',
  },
};

const adapted = (values: Parameters<typeof adaptValues>[0]) =>
  adaptValues(values, names);

describe('adaptValues', () => {
  it.each([
    ['a hostname', 'heart.example.org', 'lung.example.org'],
    [
      'a hostname in an address',
      'https://heart.example.org/user',
      'https://lung.example.org/user',
    ],
    ['not a name that ends so', 'my-heart.example.org', 'my-heart.example.org'],
    ['not a name below it', 'a.heart.example.org', 'a.heart.example.org'],
    ['a release', 'x/heart-example-org-creds', 'x/lung-example-org-creds'],
    ['what begins with the environment', 'prodv1-fence', 'prodv2-fence'],
    ['not what contains it', 'my-prodv1-fence', 'my-prodv1-fence'],
  ])('replaces %s', (_, before, after) => {
    expect(adapted({ fence: { a: [{ b: before }] } })).toEqual({
      fence: { a: [{ b: after }] },
    });
  });

  it('leaves out where databases are, and no other value', () => {
    expect(
      adapted({
        global: { dev: false, postgres: { master: { host: 'db' } } },
        fence: { enabled: true, postgres: { database: 'fence_heart' } },
        postgresql: { primary: {} },
      }),
    ).toEqual({
      global: { dev: false },
      fence: { enabled: true },
      postgresql: { primary: {} },
    });
  });

  it('copes with an environment that nobody knows', () => {
    const { environment, ...from } = names.from;
    expect(
      adaptValues(
        { a: `${environment}-fence` },
        { from: { ...from, environment: undefined }, to: names.to },
      ),
    ).toEqual({ a: 'prodv1-fence' });
  });
});
