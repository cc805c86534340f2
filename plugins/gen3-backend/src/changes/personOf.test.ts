import { personOf } from './personOf';

describe('personOf', () => {
  it('takes name and address of the catalog', () => {
    const profile = { displayName: 'Alma Reyes', email: 'alma@example.org' };
    expect(personOf('user:default/alma', { spec: { profile } })).toEqual({
      name: 'Alma Reyes',
      email: 'alma@example.org',
    });
  });

  it('makes do with the reference', () => {
    expect(personOf('user:default/alma')).toEqual({
      name: 'alma',
      email: 'alma@users.invalid',
    });
  });

  it('lets no profile add lines or addresses to a commit', () => {
    const profile = { displayName: 'Alma\n<root@example.org>', email: '<>' };
    expect(personOf('user:default/alma', { spec: { profile } })).toEqual({
      name: 'Alma  root@example.org',
      email: 'alma@users.invalid',
    });
  });
});
