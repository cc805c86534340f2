import { readFieldSelector, readLabelSelector } from './selectors';

const fence = { app: 'fence', release: 'production' };

it.each([
  ['', true],
  ['app=fence', true],
  ['app==fence', true],
  ['app=wts', false],
  ['app!=wts', true],
  ['role!=gen3', true],
  ['app in (fence,presigned-url-fence)', true],
  ['app in (wts, indexd)', false],
  ['role in (gen3)', false],
  ['app notin (wts)', true],
  ['role notin (gen3)', true],
  ['app', true],
  ['!app', false],
  ['!role', true],
  ['app=fence,release in (dev,production),!role', true],
  ['app=fence,release=dev', false],
])('labelSelector "%s" is %s for fence', (selector, expected) => {
  expect(readLabelSelector(selector)(fence)).toBe(expected);
});

it.each(['app=fence=wts', 'app in fence', '=fence', 'a b'])(
  'labelSelector "%s" is refused',
  selector => {
    expect(() => readLabelSelector(selector)).toThrow(
      /unable to parse requirement: found '/,
    );
  },
);

it('reads field selectors', () => {
  expect(
    readFieldSelector('involvedObject.name=fence,type!=Normal,spec.nodeName=='),
  ).toEqual([
    { path: 'involvedObject.name', value: 'fence', isEqual: true },
    { path: 'type', value: 'Normal', isEqual: false },
    { path: 'spec.nodeName', value: '', isEqual: true },
  ]);
  expect(() => readFieldSelector('fence')).toThrow(
    "invalid selector: 'fence'; can't understand 'fence'",
  );
});
