import {
  classifyAnswer,
  createServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { allServiceNames, createCommons } from '../__testUtils__/createCommons';
import { decide } from '../__testUtils__/decide';
import { Flavour } from '../commons/types';
import { Reply } from './types';

const services = createServiceRegistry().all();

const probed = services.flatMap(({ name, probes }) =>
  probes.map(probe => ({ name, id: probe.id ?? 'status', probe })),
);

const versioned = services.flatMap(({ name, version }) =>
  version ? [{ name, version }] : [],
);

const gated = services.flatMap(({ name, gatedPath }) =>
  gatedPath ? [{ name, gatedPath }] : [],
);

function get(flavour: Flavour, path: string): Reply {
  const disposition = decide(
    createCommons({ flavour, services: allServiceNames() }),
    path,
  );
  if (disposition.kind !== 'reply') {
    throw new Error(`No reply for ${path}`);
  }
  return disposition.reply;
}

describe.each<Flavour>(['helm', 'cloud-automation'])('on %s', flavour => {
  it.each(probed)(
    'the probe $id of $name in the service registry finds it healthy',
    ({ probe }) => {
      const { status, body } = get(flavour, probe.path);

      expect(classifyAnswer(probe, { status, body })).toMatchObject({
        outcome: 'up',
      });
    },
  );

  it.each(versioned)(
    '$name answers for its version as the registry says',
    ({ version }) => {
      const { status, body } = get(flavour, version.path);

      expect(classifyAnswer(version, { status, body })).toMatchObject({
        outcome: 'up',
      });
      expect(JSON.parse(body)).toBeTruthy();
    },
  );

  it.each(gated)(
    '$name lets nobody in at $gatedPath without a log-in, as the registry says',
    ({ gatedPath }) => {
      const { status, headers } = get(flavour, gatedPath);

      expect([status, headers.Location]).toEqual(
        status === 302
          ? [302, 'https://heart.example/no-workspace-access']
          : [401, undefined],
      );
    },
  );
});
