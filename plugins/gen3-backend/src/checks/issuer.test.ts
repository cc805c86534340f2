import { judgeIssuer } from './issuer';

const judge = (status: number, body: string) =>
  judgeIssuer({ status, body }, 'heart.example');

describe('judgeIssuer', () => {
  it.each([
    ['{"issuer":"https://heart.example/user","jwks_uri":"x"}', 'up', 'ok'],
    ['{"issuer":"https://lung.example/user"}', 'degraded', 'wrong-issuer'],
    ['{"issuer":"https://heart.example/user/"}', 'degraded', 'wrong-issuer'],
    ['{"issuer":"http://heart.example/user"}', 'degraded', 'wrong-issuer'],
    ['{}', 'degraded', 'unexpected-body'],
    ['{"issuer":1}', 'degraded', 'unexpected-body'],
    ['<!doctype html>', 'degraded', 'unexpected-body'],
    ['', 'degraded', 'unexpected-body'],
  ])('judges 200 with %s', (body, outcome, cause) => {
    expect(judge(200, body)).toMatchObject({ outcome, cause });
  });

  it.each([
    [500, 'degraded', 'http-status'],
    [404, 'degraded', 'http-status'],
    [302, 'unknown', 'redirected'],
    [401, 'unknown', 'blocked'],
    [403, 'unknown', 'blocked'],
    [429, 'unknown', 'blocked'],
  ])('judges %s', (status, outcome, cause) => {
    expect(judge(status, '')).toMatchObject({ outcome, cause });
  });

  it('says what is and what must be', () => {
    expect(judge(200, '{"issuer":"https://lung.example/user"}').reason).toBe(
      'is https://lung.example/user and must be https://heart.example/user',
    );
  });
});
