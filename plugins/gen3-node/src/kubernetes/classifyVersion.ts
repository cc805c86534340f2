import { z } from 'zod';
import { describeOddAnswer } from './describeOddAnswer';
import { openAnswer, Refusal } from './openAnswer';
import { ProxyAnswer } from './ProxyAnswer';

/** `v1.35.2-eks-1a2b3c` and the like. */
const GIT_VERSION = /^v?(\d{1,4}\.\d{1,4}(?:\.\d{1,4})?)/;

/** Of `version.Info` (`kubernetes/apimachinery:pkg/version/types.go`); clouds write `35+` as minor, so that is not used. */
const versionSchema = z.object({ gitVersion: z.string() });

/** Tells what an answer to `GET /version` is. */
export function classifyVersion(
  answer: ProxyAnswer,
  cluster: string,
): { state: 'version'; version: string } | Refusal {
  const opened = openAnswer(answer, cluster);
  if (opened.state !== 'answered') {
    return opened;
  }
  const said = versionSchema.safeParse(opened.body).data?.gitVersion ?? '';
  const [, version] = GIT_VERSION.exec(said) ?? [];
  return version
    ? { state: 'version', version }
    : {
        state: 'failed',
        ...describeOddAnswer({ answer, cluster, wanted: 'version' }),
      };
}
