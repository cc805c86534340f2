import {
  jsonAnswer,
  listAnswer,
  statusAnswer,
} from './__testUtils__/kubernetesAnswers';
import { classifyVersion } from './classifyVersion';

it.each([
  ['v1.35.2', '1.35.2'],
  ['v1.34.1-eks-1a2b3c', '1.34.1'],
  ['v1.20.15+k3s1', '1.20.15'],
  ['1.35', '1.35'],
])('reads %s as %s', (gitVersion, version) => {
  const answer = jsonAnswer(200, { major: '1', minor: '35+', gitVersion });
  expect(classifyVersion(answer, 'prod')).toEqual({
    state: 'version',
    version,
  });
});

it.each([
  [
    'an odd version',
    jsonAnswer(200, { gitVersion: 'unknown' }),
    'malformed',
    'answers 200 and no version of Kubernetes',
  ],
  [
    'another object',
    listAnswer(['a']),
    'malformed',
    'answers 200 and no version of Kubernetes',
  ],
  [
    '403',
    statusAnswer(403, 'forbidden: cannot get path "/version"'),
    'forbidden',
    'answers 403: forbidden: cannot get path "/version"',
  ],
])('says of %s why there is no version', (_label, answer, failure, detail) => {
  expect(classifyVersion(answer, 'prod')).toEqual({
    state: 'failed',
    failure,
    detail,
  });
});
