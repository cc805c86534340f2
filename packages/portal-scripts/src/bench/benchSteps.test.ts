import { chooseSteps } from './benchSteps';

const namesOf = (only?: string) => chooseSteps(only).map(({ name }) => name);

describe('chooseSteps', () => {
  it('is all of them, or those that are named in part', () => {
    expect(namesOf()).toEqual([
      'discovery on SQLite',
      'fleet on SQLite',
      'inside on SQLite',
      'preview on SQLite',
      'discovery on PostgreSQL',
      'fleet on PostgreSQL',
      'inside on PostgreSQL',
      'preview on PostgreSQL',
    ]);
    expect(namesOf('inside')).toEqual([
      'inside on SQLite',
      'inside on PostgreSQL',
    ]);
    expect(namesOf('inside on PostgreSQL')).toEqual(['inside on PostgreSQL']);
  });

  it('names them all when there is none', () => {
    expect(() => namesOf('outside')).toThrow(
      /^ONLY="outside" is in the name of no step: discovery on SQLite, /,
    );
  });
});
