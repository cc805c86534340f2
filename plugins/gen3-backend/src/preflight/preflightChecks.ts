import { databaseInNamespace } from './checks/databaseInNamespace';
import { hostnameSyntax } from './checks/hostnameSyntax';
import type { PreflightCheck } from './types';

/** Every question that preflight asks, in the order of the wizard. */
export const PREFLIGHT_CHECKS: readonly PreflightCheck[] = [
  hostnameSyntax,
  databaseInNamespace,
];
