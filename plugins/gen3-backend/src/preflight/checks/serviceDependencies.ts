import { hasService } from '../hasService';
import { listNames } from '../listNames';
import type { PreflightCheck } from '../types';

/** Whatever a service cannot work without, as the registry of services has it, is switched on. */
export const serviceDependencies: PreflightCheck = {
  id: 'service-dependencies',
  title: 'Every service has those that it needs',
  run({ subject, registry }) {
    const neededBy = new Map<string, string[]>();
    for (const { name } of subject.declared.services) {
      for (const needed of registry.get(name)?.dependsOn ?? []) {
        if (!hasService(subject, needed)) {
          neededBy.set(needed, [...(neededBy.get(needed) ?? []), name]);
        }
      }
    }
    return [...neededBy].map(([needed, by]) => {
      const key = registry.get(needed)?.enabledBy ?? `${needed}.enabled`;
      const isLeftOut =
        subject.plan?.answers.withoutServices.includes(needed) ?? false;
      const verb = by.length > 1 ? 'need' : 'needs';
      return {
        severity: 'error',
        key,
        ...(isLeftOut ? { field: 'withoutServices' as const } : {}),
        what: `${needed} is off, and ${listNames(by)} ${verb} it`,
        why: `${listNames(by)} would start, or try to, and not work.`,
        fix: `Switch ${needed} on (${key}: true), or ${listNames(by)} off`,
        about: by.map(name => `${needed} of ${name}`),
      } as const;
    });
  },
};
