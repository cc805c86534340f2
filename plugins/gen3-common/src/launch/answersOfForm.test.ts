import { answersOfForm } from './answersOfForm';

describe('answersOfForm', () => {
  it('takes the parts of the choice of services as answers of their own', () => {
    expect(
      answersOfForm({
        hostname: 'a.example',
        services: ['etl'],
        serviceChoice: {
          bundles: ['core'],
          services: ['guppy'],
          withoutServices: undefined,
        },
      }),
    ).toEqual({
      hostname: 'a.example',
      bundles: ['core'],
      services: ['guppy'],
    });
  });

  it.each([
    ['no choice', { hostname: 'a.example' }, { hostname: 'a.example' }],
    ['an empty choice', { serviceChoice: null }, {}],
    [
      'what is no choice, which is to be refused',
      { serviceChoice: 'core' },
      { serviceChoice: 'core' },
    ],
  ])('leaves %s', (_, form, answers) => {
    expect(answersOfForm(form)).toEqual(answers);
  });
});
