import { refuseSecrets } from './refuseSecrets';

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
