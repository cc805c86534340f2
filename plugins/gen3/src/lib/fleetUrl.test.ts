import {
  changeQuery,
  clearFilters,
  isNarrowed,
  readFleetView,
  toggleFilter,
  writeFleetView,
} from './fleetUrl';

const read = (address: string) => readFleetView(new URLSearchParams(address));

describe('Address of the fleet page', () => {
  it.each([
    '',
    'status=down&status=degraded&tier=qa&q=fence&sort=score&order=desc',
    'release=2026.07&mesh=hub.example&cause=timeout&limit=100',
    'cause=crash-loop&cause=job-late%3Ausersync',
    'cursor=abc&page=3&density=comfortable',
  ])('comes out as it went in: "%s"', address => {
    expect(writeFleetView(read(address)).toString()).toBe(address);
  });

  it('leaves out what it does not understand and keeps the rest', () => {
    const view = read(
      'sort=colour&limit=9999&status=sad&tier=qa&page=-1&cause=job-late%3A%25',
    );

    expect(view.query).toMatchObject({ sort: 'attention', tier: ['qa'] });
    expect(view.query.limit).toBe(50);
    expect(view.query.status).toBeUndefined();
    expect(view.query.cause).toBeUndefined();
    expect(view.page).toBe(1);
  });

  it('switches a value on and off, back on the first page', () => {
    const on = toggleFilter(read('cursor=abc&page=3'), 'status', 'down');
    expect(writeFleetView(on).toString()).toBe('status=down');

    expect(writeFleetView(toggleFilter(on, 'status', 'down')).toString()).toBe(
      '',
    );
  });

  it('ignores a value that no filter can have', () => {
    const view = read('');
    expect(toggleFilter(view, 'status', 'sad')).toBe(view);
  });

  it('clears filters and search, and keeps the order', () => {
    const cleared = clearFilters(read('status=down&q=x&sort=name'));

    expect(isNarrowed(cleared)).toBe(false);
    expect(writeFleetView(cleared).toString()).toBe('sort=name');
  });

  it('goes back to the first page when the order changes', () => {
    const view = changeQuery(read('cursor=abc&page=2'), { sort: 'name' });
    expect(writeFleetView(view).toString()).toBe('sort=name');
  });
});
