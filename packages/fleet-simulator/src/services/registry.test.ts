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

  it.each(services.filter(({ versionPath }) => versionPath))(
    '$name answers at the version path that the registry names',
    ({ versionPath = '' }) => {
      const reply = get(flavour, versionPath);

      expect(reply.status).toBe(200);
      expect(JSON.parse(reply.body)).toBeTruthy();
    },
  );
});
