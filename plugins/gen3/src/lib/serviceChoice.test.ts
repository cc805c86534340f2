import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  readServiceAnswers,
  standOfServices,
  withBundle,
  withService,
} from './serviceChoice';

const registry = createServiceRegistry();

const standOf = (name: string, formData: Record<string, unknown> = {}) =>
  standOfServices(readServiceAnswers(formData), registry).get(name);

describe('readServiceAnswers', () => {
  it('leaves out what has another shape, and keeps the rest', () => {
    expect(
      readServiceAnswers({
        hostname: 'a.example',
        mode: 'mesh-node',
        frontendRoot: 'nowhere',
        serviceChoice: { bundles: ['core'], services: 'guppy' },
      }),
    ).toMatchObject({
      mode: 'mesh-node',
      bundles: ['core'],
      services: [],
      withoutServices: [],
    });
    expect(readServiceAnswers({ frontendRoot: 'nowhere' })).not.toHaveProperty(
      'frontendRoot',
    );
  });
});

describe('standOfServices', () => {
  it('has on what is usual, and says which of it cannot go before others', () => {
    expect(standOf('fence')).toMatchObject({ on: true, byItself: false });
    expect(standOf('indexd')?.neededBy).toEqual(['Peregrine', 'Sheepdog']);
    expect(standOf('guppy')).toEqual({
      on: false,
      neededBy: [],
      byItself: false,
    });
  });

  it('has on by itself what a chosen service needs, and no longer than that', () => {
    const guppy = { serviceChoice: { services: ['guppy'] } };
    expect(standOf('etl', guppy)).toEqual({
      on: true,
      neededBy: ['Guppy'],
      byItself: true,
    });
    expect(standOf('etl')).toMatchObject({ on: false });
  });

  it('has on what the commons has that is cloned, and what is chosen beside it', () => {
    const answers = {
      ...readServiceAnswers({
        mode: 'clone',
        serviceChoice: { services: ['sower'], withoutServices: ['wts'] },
      }),
      clonedServices: ['fence', 'wts'],
    };
    const on = [...standOfServices(answers, registry)].flatMap(
      ([name, stand]) => (stand.on ? [name] : []),
    );
    expect(on.sort()).toEqual(['arborist', 'fence', 'sower']);
  });

  it('has less on in a member of a mesh', () => {
    expect(standOf('portal', { mode: 'mesh-node' })).toMatchObject({
      on: false,
    });
    expect(standOf('metadata', { mode: 'mesh-node' })).toMatchObject({
      on: true,
    });
  });
});

describe('withBundle', () => {
  const read = readServiceAnswers;

  it('adds to what is usual, or takes away from it', () => {
    expect(withBundle(read({}), 'workspace', registry).bundles).toEqual([
      'core',
      'frontend',
      'workspace',
    ]);
    expect(withBundle(read({}), 'core', registry).bundles).toEqual([
      'frontend',
    ]);
  });

  it('forgets what was said of its single services', () => {
    const answers = read({
      serviceChoice: {
        bundles: ['data-explorer'],
        services: ['aws-es-proxy', 'sower'],
        withoutServices: ['etl', 'audit'],
      },
    });
    expect(withBundle(answers, 'data-explorer', registry)).toEqual({
      bundles: [],
      services: ['sower'],
      withoutServices: ['audit'],
    });
  });
});

describe('withService', () => {
  it.each([
    ['one of a bundle goes', {}, 'wts', { withoutServices: ['wts'] }],
    ['it comes back', { withoutServices: ['wts'] }, 'wts', {}],
    ['one of no bundle comes', {}, 'sower', { services: ['sower'] }],
    ['it goes again', { services: ['sower'] }, 'sower', {}],
    [
      'one that was refused and is of no bundle comes',
      { withoutServices: ['sower'] },
      'sower',
      { services: ['sower'] },
    ],
    [
      'one that is named and of a bundle goes',
      { services: ['wts'] },
      'wts',
      { withoutServices: ['wts'] },
    ],
  ])('%s', (_, serviceChoice, name, expected) => {
    expect(
      withService(readServiceAnswers({ serviceChoice }), name, registry),
    ).toEqual(expected);
  });
});
