import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import gen3Plugin, { gen3ApiRef } from '../src';
import { createFakeGen3Api } from '../src/__testUtils__/createFakeGen3Api';

/** Pages with invented data, without a backend: `yarn start` in this folder. */
const fakeApi = createFrontendModule({
  pluginId: 'gen3',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({ api: gen3ApiRef, deps: {}, factory: createFakeGen3Api }),
    }),
  ],
});

createDevApp({ features: [gen3Plugin, fakeApi] });
