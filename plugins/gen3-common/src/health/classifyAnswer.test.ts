import { GEN3_SERVICES } from '../services/gen3Services';
import { Gen3Probe } from '../services/types';
import { classifyAnswer, ProbeAnswer } from './classifyAnswer';

function probe(name: string): Gen3Probe {
  const found = GEN3_SERVICES.find(service => service.name === name)?.probes[0];
  if (!found) throw new Error(`"${name}" has no probe`);
  return found;
}

/** What data-portal's nginx answers for every path that nobody else serves. */
const SPA =
  '<!DOCTYPE html><html lang="en"><head><title>Gen3</title></head><body></body></html>';
const SERVICE_FAILURE = '{ "error": "service failure - try again later"}';
const FIREWALL = '<html>\r\n<head><title>403 Forbidden</title></head></html>';

describe('classifyAnswer', () => {
  it.each<[string, string, ProbeAnswer]>([
    ['text of Flask services', 'fence', { status: 200, body: 'Healthy' }],
    [
      'the same with white space and quotes',
      'indexd',
      { status: 200, body: '"Healthy"\n' },
    ],
    ['an empty mapping of arborist', 'arborist', { status: 200, body: '{}' }],
    [
      'a mapping of arborist',
      'arborist',
      { status: 200, body: '{"/open":[{"service":"*","method":"read"}]}' },
    ],
    [
      'status of metadata',
      'metadata',
      {
        status: 200,
        body: '{"status":"OK","timestamp":"x","aggregate_metadata_enabled":false}',
      },
    ],
    [
      'indices of guppy',
      'guppy',
      {
        status: 200,
        body: '{"statusCode":200,"warnings":null,"indices":{"subject":{"aliases":[]}}}',
      },
    ],
    [
      '201 of the user data library',
      'gen3-user-data-library',
      { status: 201, body: '{"status":"OK","timestamp":"x"}' },
    ],
    [
      '200 of the user data library',
      'gen3-user-data-library',
      { status: 200, body: '{"status":"OK"}' },
    ],
    [
      'ok of cohort-middleware',
      'cohort-middleware',
      { status: 200, body: 'ok!' },
    ],
    [
      'test of argo-wrapper',
      'argo-wrapper',
      { status: 200, body: '{"message":"test"}' },
    ],
    [
      'static status of revproxy',
      'revproxy',
      { status: 200, body: '{"message":"Feelin good!","csrf":"x"}' },
    ],
    ['the page of the portal', 'portal', { status: 200, body: SPA }],
    [
      'any text where the body is not known',
      'access-backend',
      { status: 200, body: 'fine' },
    ],
  ])('takes %s for healthy', (_label, service, answer) => {
    expect(classifyAnswer(probe(service), answer)).toEqual({
      outcome: 'up',
      cause: 'ok',
      reason: 'answers as expected',
    });
  });

  it.each(
    GEN3_SERVICES.filter(
      ({ probes: [first] }) => first && first.body.kind !== 'html',
    ).map(service => [service.name]),
  )('is not fooled by the front end answering 200 for a missing %s', name => {
    expect(
      classifyAnswer(probe(name), { status: 200, body: SPA }),
    ).toMatchObject({
      outcome: 'down',
      cause: 'unexpected-body',
    });
  });

  it.each([['ohif-viewer'], ['ohdsi-atlas'], ['frontend-framework']])(
    'is not fooled by the front end answering with its page for a missing %s',
    name => {
      // Any page passed for the page of the service.
      const missing = { status: 200, body: SPA, frontPage: SPA };
      expect(classifyAnswer(probe(name), missing)).toEqual({
        outcome: 'down',
        cause: 'unexpected-body',
        reason:
          'answers 200 with the page of "/": the front end replies because nothing serves this path',
      });
      const own = { ...missing, body: SPA.replace('Gen3', 'Viewer') };
      expect(classifyAnswer(probe(name), own).outcome).toBe('up');
    },
  );

  it('takes the page of "/" for healthy at "/"', () => {
    const answer = { status: 200, body: SPA, frontPage: SPA };
    expect(classifyAnswer(probe('portal'), answer).outcome).toBe('up');
  });

  it.each<[string, string, ProbeAnswer, object]>([
    [
      'a failure behind the gateway',
      'fence',
      { status: 500, body: SERVICE_FAILURE },
      { outcome: 'down', cause: 'http-status', reason: 'answers 500' },
    ],
    [
      'a path that nobody knows',
      'fence',
      { status: 404, body: 'Not Found' },
      { outcome: 'down', cause: 'http-status' },
    ],
    [
      'a load balancer without targets',
      'fence',
      { status: 503, body: FIREWALL },
      { outcome: 'down', cause: 'http-status' },
    ],
    [
      'a firewall',
      'fence',
      { status: 403, body: FIREWALL },
      { outcome: 'unknown', cause: 'blocked' },
    ],
    [
      'a gate',
      'fence',
      { status: 401, body: '' },
      { outcome: 'unknown', cause: 'blocked' },
    ],
    [
      'a limit on requests',
      'fence',
      { status: 429, body: '' },
      { outcome: 'unknown', cause: 'blocked' },
    ],
    [
      'a redirect to a log-in',
      'indexd',
      { status: 302, body: '', location: '/no-workspace-access' },
      { outcome: 'unknown', cause: 'redirected' },
    ],
    [
      'a redirect without a target',
      'indexd',
      { status: 301, body: '' },
      { outcome: 'unknown', cause: 'redirected' },
    ],
    [
      'the maintenance page',
      'portal',
      {
        status: 302,
        body: '',
        location:
          'https://a.example/dashboard/Public/maintenance-page/index.html',
      },
      { outcome: 'unknown', cause: 'maintenance' },
    ],
    [
      'a service that says it is not well',
      'wts',
      { status: 200, body: 'Unhealthy' },
      { outcome: 'down', cause: 'unexpected-body' },
    ],
    [
      'another text',
      'wts',
      { status: 200, body: 'hello' },
      { outcome: 'degraded', cause: 'unexpected-body' },
    ],
    [
      'an empty body',
      'wts',
      { status: 200, body: '' },
      { outcome: 'degraded', cause: 'unexpected-body' },
    ],
    [
      'broken JSON',
      'guppy',
      { status: 200, body: '{"indices":' },
      { outcome: 'degraded', cause: 'unexpected-body' },
    ],
    [
      'JSON without its key',
      'guppy',
      { status: 200, body: '{"statusCode":200}' },
      {
        outcome: 'degraded',
        reason: 'answers 200 with JSON without "indices"',
      },
    ],
    [
      // Guppy answers so when Elasticsearch has lost its indices: nothing can be searched.
      'JSON whose object is empty',
      'guppy',
      { status: 200, body: '{"statusCode":200,"indices":{}}' },
      {
        outcome: 'degraded',
        reason: 'answers 200 with JSON whose "indices" is empty',
      },
    ],
    [
      'JSON with a number for an object',
      'guppy',
      { status: 200, body: '{"indices":1}' },
      { outcome: 'degraded', cause: 'unexpected-body' },
    ],
    [
      'JSON with another value',
      'audit',
      { status: 200, body: '{"status":"DOWN"}' },
      {
        outcome: 'degraded',
        reason: 'answers 200 with JSON whose "status" is not "OK"',
      },
    ],
    [
      'a list for an object',
      'arborist',
      { status: 200, body: '[]' },
      { outcome: 'degraded' },
    ],
    [
      'another success',
      'fence',
      { status: 204, body: '' },
      {
        outcome: 'degraded',
        cause: 'http-status',
        reason: 'answers 204 instead of 200',
      },
    ],
    [
      'no page',
      'portal',
      { status: 200, body: '{}' },
      { outcome: 'degraded', cause: 'unexpected-body' },
    ],
    [
      'a key of every object',
      'guppy',
      { status: 200, body: '{"constructor":1}' },
      { outcome: 'degraded' },
    ],
  ])('understands %s', (_label, service, answer, expected) => {
    expect(classifyAnswer(probe(service), answer)).toMatchObject(expected);
  });
});
