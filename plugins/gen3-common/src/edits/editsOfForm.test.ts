import { editsOfForm } from './editsOfForm';

describe('editsOfForm', () => {
  it('makes one edit of a form with a hostname, without what nobody filled in', () => {
    expect(
      editsOfForm('maintenance', {
        hostname: 'heart.example.org',
        mode: 'on',
        note: '',
        other: null,
        accept: [{ id: 'a', reason: 'b' }],
      }),
    ).toEqual([
      { kind: 'maintenance', hostname: 'heart.example.org', mode: 'on' },
    ]);
  });

  it('makes one edit for each commons of all waves, in their order', () => {
    expect(
      editsOfForm('upgrade', {
        waves: [['lung.example.org'], ['heart.example.org', 'hub.example.org']],
        release: '2026.11',
      }),
    ).toEqual([
      { kind: 'upgrade', hostname: 'lung.example.org', release: '2026.11' },
      { kind: 'upgrade', hostname: 'heart.example.org', release: '2026.11' },
      { kind: 'upgrade', hostname: 'hub.example.org', release: '2026.11' },
    ]);
  });

  it('makes none while nobody chose a commons', () => {
    expect(editsOfForm('upgrade', { release: '2026.11' })).toEqual([]);
    expect(editsOfForm('upgrade', { waves: [] })).toEqual([]);
  });
});
