import {
  createServiceRegistry,
  Gen3BodyExpectation,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { allServiceNames, createCommons } from '../__testUtils__/createCommons';
import { decide } from '../__testUtils__/decide';
import { Flavour } from '../commons/types';
import { Reply } from './types';

const probed = createServiceRegistry()
  .all()
  .flatMap(({ name, probes, versionPath }) =>
    probes.map(probe => ({ name, probe, versionPath })),
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

function looksLike(expectation: Gen3BodyExpectation, body: string): boolean {
  const isHtml = /^\s*</.test(body);
  switch (expectation.kind) {
    case 'text':
      return body.trim().replace(/^"|"$/g, '') === expectation.equals;
    case 'html':
      return isHtml;
    case 'json-object':
      return !isHtml && expect.any(Object).asymmetricMatch(JSON.parse(body));
    case 'json-string':
      return typeof JSON.parse(body) === 'string';
    default:
      return !isHtml;
  }
}

describe.each<Flavour>(['helm', 'cloud-automation'])('on %s', flavour => {
  it.each(probed)(
    'the probe of $name in the service registry finds it healthy',
    ({ probe }) => {
      const reply = get(flavour, probe.path);

      expect(reply.status).toBe(probe.status ?? 200);
      expect(looksLike(probe.body, reply.body)).toBe(true);
    },
  );

  it.each(probed.filter(({ versionPath }) => versionPath))(
    '$name answers at the version path that the registry names',
    ({ versionPath = '' }) => {
      const reply = get(flavour, versionPath);

      expect(reply.status).toBe(200);
      expect(JSON.parse(reply.body)).toBeTruthy();
    },
  );
});
