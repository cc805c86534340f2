import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { ApiFactoryRegistry, ApiResolver } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { PreflightResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createFakeGen3Api } from '../__testUtils__/createFakeGen3Api';
import {
  launchAnswers,
  preflightFinding,
  preflightResponse,
} from '../__testUtils__/preflightFixtures';
import { refusal } from '../__testUtils__/refusal';
import { gen3ApiRef } from '../api/Gen3Api';
import { Accepted } from './Gen3Review/accepted';
import { validateReview } from './Gen3Review/validateReview';
import { validateAnswer } from './shared/validateAnswer';

const apisWith = (preflight: () => Promise<PreflightResponse>) => {
  const factories = new ApiFactoryRegistry();
  const api = { ...createFakeGen3Api(), preflight };
  factories.register('default', createApiFactory(gen3ApiRef, api));
  factories.register(
    'default',
    createApiFactory(translationApiRef, mockApis.translation()),
  );
  return new ApiResolver(factories);
};

const found = (...findings: PreflightResponse['findings']) =>
  apisWith(async () => preflightResponse({ findings }));

const context = (
  apiHolder: ReturnType<typeof apisWith>,
  formData: object = launchAnswers,
) => ({ apiHolder, formData, schema: {} });

describe('validation of an answer', () => {
  it.each([
    ['refuses an error about it', preflightFinding(), 1],
    ['lets a warning pass', preflightFinding({ severity: 'warning' }), 0],
    ['leaves other answers alone', preflightFinding({ where: {} }), 0],
  ])('%s', async (_, finding, errors) => {
    const field = createFieldValidation();
    await validateAnswer('hostname')('', field, context(found(finding)));
    expect(field.__errors).toHaveLength(errors);
  });

  // It ended with two full stops.
  it('says what is wrong as one sentence', async () => {
    const field = createFieldValidation();
    await validateAnswer('hostname')(
      '',
      field,
      context(found(preflightFinding())),
    );
    expect(field.__errors).toEqual(['"lung.example" is taken.']);
  });
});

describe('validation of an answer that the portal refuses to judge', () => {
  it('says why, in the words of the portal', async () => {
    const failure = await refusal('No secrets');
    const apis = apisWith(async () => {
      throw failure;
    });
    await expect(
      validateAnswer('hostname')('', createFieldValidation(), context(apis)),
    ).rejects.toThrow('No secrets.');
  });
});

describe('validation of several answers', () => {
  it('asks once about the same answers', async () => {
    let asked = 0;
    const apis = apisWith(async () => {
      asked += 1;
      return preflightResponse({ findings: [preflightFinding()] });
    });
    const field = createFieldValidation();
    await validateAnswer('hostname')('', field, context(apis));
    await validateAnswer('cluster')('', field, context(apis));
    expect(asked).toBe(1);
    await validateAnswer('hostname')(
      '',
      field,
      context(apis, { ...launchAnswers, hostname: 'other.example' }),
    );
    expect(asked).toBe(2);
  });
});

describe('validation of the review', () => {
  const warning = preflightFinding({ severity: 'warning' });
  const errorsOf = async (
    apis: ReturnType<typeof apisWith>,
    accept: Accepted[] = [],
    formData: object = launchAnswers,
  ) => {
    const field = createFieldValidation();
    await validateReview(accept, field, context(apis, formData));
    return field.__errors;
  };

  it('lets pass what nothing is wrong with', async () => {
    expect(await errorsOf(found())).toEqual([]);
  });

  it('refuses an error, whatever was accepted', async () => {
    const accept = [{ id: 'hostname-taken', reason: 'It is ours' }];
    expect(await errorsOf(found(preflightFinding()), accept)).toEqual([
      '1 error to mend: see Findings.',
    ]);
  });

  // Each finding stood in the list of errors, below the review and in the review.
  it('counts what holds it, and leaves it to the review to say it', async () => {
    expect(
      await errorsOf(found(preflightFinding(), preflightFinding(), warning)),
    ).toEqual(['2 errors to mend, 1 warning without a reason: see Findings.']);
  });

  it('refuses a warning until somebody says why it is fine', async () => {
    expect(await errorsOf(found(warning))).toHaveLength(1);
    expect(
      await errorsOf(found(warning), [
        { id: warning.id, where: 'hostname', reason: '  ' },
      ]),
    ).toHaveLength(1);
    expect(
      await errorsOf(found(warning), [
        { id: warning.id, where: 'hostname', reason: 'Moves' },
      ]),
    ).toEqual([]);
  });

  it('refuses when answers are missing, and when the portal does not answer', async () => {
    expect(await errorsOf(found(), [], {})).toEqual([
      'It cannot be checked yet: see below which answers it needs.',
    ]);
    await expect(
      errorsOf(
        apisWith(async () => {
          throw new TypeError('Failed to fetch');
        }),
      ),
    ).rejects.toThrow('Failed to fetch');
  });
});
