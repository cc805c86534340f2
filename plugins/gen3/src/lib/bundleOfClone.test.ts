import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { bundleOfClone } from './bundleOfClone';

const registry = createServiceRegistry();
const explorer = registry
  .all()
  .filter(each => each.bundle === 'data-explorer' && !each.onlyByName)
  .map(({ name }) => name);

const namesOf = (
  bundle: 'data-explorer' | 'frontend',
  answers: Partial<Parameters<typeof bundleOfClone>[0]['answers']>,
) => {
  const { services, isWhole } = bundleOfClone({
    bundle,
    registry,
    answers: { withoutServices: [], ...answers },
  });
  return { services: services.map(({ name }) => name), isWhole };
};

describe('bundleOfClone', () => {
  it.each([
    ['none of it', [], { services: [], isWhole: false }],
    [
      'a part of it',
      ['guppy', 'fence'],
      { services: ['guppy'], isWhole: false },
    ],
    ['all of it', explorer, { services: explorer, isWhole: true }],
  ])('says that the commons has %s', (_, clonedServices, expected) => {
    expect(namesOf('data-explorer', { clonedServices })).toEqual(expected);
  });

  // The bundle stayed locked, although choosing it brings the service back.
  it('does not count what the answers go without', () => {
    expect(
      namesOf('data-explorer', {
        clonedServices: explorer,
        withoutServices: ['guppy'],
      }),
    ).toEqual({
      services: explorer.filter(name => name !== 'guppy'),
      isWhole: false,
    });
  });

  // A commons with any front end passed for whole, although the other one was asked for at its root.
  it.each([
    ['portal', undefined, true],
    ['portal', 'portal', true],
    ['portal', 'gen3ff', false],
    ['frontend-framework', undefined, true],
    ['frontend-framework', 'gen3ff', true],
    ['frontend-framework', 'portal', false],
  ] as const)(
    'says of a commons with %s alone, whose root shall be %s, whether that is the whole front end: %s',
    (name, frontendRoot, isWhole) => {
      expect(
        namesOf('frontend', { clonedServices: [name], frontendRoot }),
      ).toEqual({ services: [name], isWhole });
    },
  );
});
