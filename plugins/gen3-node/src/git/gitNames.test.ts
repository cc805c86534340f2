import {
  complainAboutGitUrl,
  complainAboutRef,
  isGitOnlyUrl,
} from './gitNames';
import { redactUrls } from './redactUrls';

describe('complainAboutGitUrl', () => {
  it.each([
    'file:///data/gitops.git',
    'https://git.example/o/r',
    'https://user:secret@git.example:8443/o/r.git',
    'ssh://git@git.example:2222/o/r.git',
    'git@git.example:o/r.git',
  ])('accepts %s', url => {
    expect(complainAboutGitUrl(url)).toBeUndefined();
  });

  it.each([
    '',
    '-u',
    '--upload-pack=x',
    'ext::sh -c id',
    'ext::id',
    '/data/gitops.git',
    'file://host/data',
    'ssh://-oProxyCommand=id/x',
    'ssh://-l@host/x',
    'git@host:-x',
    'git@-host:x',
    'https://git.example/a b',
    'https://git.example/a\nb',
    'https:git.example/a',
    'git://git.example/a',
    'fd::3',
  ])('refuses %j', url => {
    expect(complainAboutGitUrl(url)).toEqual(expect.any(String));
  });
});

describe('isGitOnlyUrl', () => {
  it.each([
    ['file:///a', true],
    ['ssh://git@h/a', true],
    ['git@h:a/b', true],
    ['https://h/a', false],
    ['https://me@h:8443/a', false],
  ])('says of %s: %s', (url, expected) => {
    expect(isGitOnlyUrl(url)).toBe(expected);
  });
});

describe('complainAboutRef', () => {
  it.each(['main', 'feat/ai-commons', 'v1.2', '2026.08', 'a#b', 'ümlaut'])(
    'accepts %s',
    ref => expect(complainAboutRef(ref)).toBeUndefined(),
  );

  it.each([
    '',
    '-x',
    '/a',
    'a/',
    'a//b',
    'a..b',
    'a b',
    'a:b',
    '@{u}',
    '.a',
    'a.lock',
    'a*',
  ])('refuses %j', ref =>
    expect(complainAboutRef(ref)).toEqual(expect.any(String)),
  );
});

describe('redactUrls', () => {
  it.each([
    ['https://u:p@h/a.git', 'https://h/a.git'],
    [
      'fatal: https://token@h:1/a?x=y#z not found',
      'fatal: https://h:1/a not found',
    ],
    ['https://u:p/q@h/a', 'https://h/a'],
    ['https://u:p@q@h/a', 'https://h/a'],
    ["'https://u:p@h/a' and ssh://git@h2/b", "'https://h/a' and ssh://h2/b"],
    ['git@h:a/b', 'git@h:a/b'],
    ['https://h:8443/a@b', 'https://h:8443/a@b'],
    ['...https://u:p@h', '...https://h'],
    ['1https://u:p@h', '1https://h'],
    ['git+ssh://git@h/a', 'git+ssh://h/a'],
    ['(url=HTTPS://u:p@h)', '(url=HTTPS://h)'],
  ])('turns %s into %s', (text, expected) => {
    expect(redactUrls(text)).toBe(expected);
  });

  // A word was looked through from each of its letters: this took hours.
  it('comes to an end with a very long word', () => {
    const word = 'a'.repeat(2_000_000);
    expect(redactUrls(`${word} https://u:p@h`)).toBe(`${word} https://h`);
  });
});
