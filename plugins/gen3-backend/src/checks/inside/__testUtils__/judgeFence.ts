import { judgeWorkload, type WorkloadInput } from '../judgeWorkload';
import { deployment, NOW, pod } from './kubernetesObjects';

/** Judges the Deployment of fence, which is well but for what the test changes. */
export const judgeFence = (change: Partial<WorkloadInput>) =>
  judgeWorkload({
    name: 'fence-deployment',
    workload: deployment(),
    pods: [pod()],
    now: NOW,
    ...change,
  });
