import { readChangesView, writeChangesView } from './changesUrl';

const read = (address: string) => readChangesView(new URLSearchParams(address));

describe('Address of the page of changes', () => {
  it.each(['', 'state=ongoing', 'kind=launch', 'state=failed&kind=upgrade'])(
    'comes out as it went in: "%s"',
    address => {
      expect(writeChangesView(read(address)).toString()).toBe(address);
    },
  );

  it('leaves out what it does not understand and keeps the rest', () => {
    expect(read('state=sad&kind=launch&page=3')).toEqual({ kind: 'launch' });
  });
});
