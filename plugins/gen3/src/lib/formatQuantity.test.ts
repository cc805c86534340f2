import { formatBytes, formatCpu } from './formatQuantity';

describe('formatCpu', () => {
  it.each([
    [0, '0'],
    [50, '0.05'],
    [400, '0.4'],
    [4_230, '4.2'],
    [12_000, '12'],
    [1_234_000, '1,234'],
  ])('says %d thousandths as %s', (millis, text) => {
    expect(formatCpu(millis)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1_023, '1,023 B'],
    [1_024, '1 KiB'],
    [536_870_912, '512 MiB'],
    [6_657_199_309, '6.2 GiB'],
    [2 ** 60, '1,024 PiB'],
  ])('says %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
