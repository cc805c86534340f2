import { judgeIssuer } from './issuer';

const judge = (status: number, body: string) =>
  judgeIssuer({ status, body }, 'heart.example');

describe('judgeIssuer', () => {
  it.each([
    ['{"issuer":"https://heart.example/user","jwks_uri":"x"}', 'up', 'ok'],
    ['{"issuer":"https://lung.example/user"}', 'degraded', 'wrong-issuer'],
    ['{"issuer":"https://heart.example/user/"}', 'degraded', 'wrong-issuer'],
    ['{"issuer":"http://heart.example/user"}', 'degraded', 'wrong-issuer'],
    ['{}', 'unknown', 'unexpected-body'],
    ['{"issuer":1}', 'unknown', 'unexpected-body'],
    ['<!doctype html>', 'unknown', 'unexpected-body'],
    ['', 'unknown', 'unexpected-body'],
  ])('judges 200 with %s', (body, outcome, cause) => {
    expect(judge(200, body)).toMatchObject({ outcome, cause });
  });

  it.each([
    [500, 'http-status'],
    [404, 'http-status'],
    [302, 'http-status'],
    [403, 'blocked'],
    [429, 'blocked'],
  ])("leaves %s to fence's own probe", (status, cause) => {
    expect(judge(status, '')).toMatchObject({ outcome: 'unknown', cause });
  });

  it('says what is and what must be', () => {
    expect(judge(200, '{"issuer":"https://lung.example/user"}').reason).toBe(
      'is https://lung.example/user and must be https://heart.example/user',
    );
  });
});
