import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navModule } from './nav';
import { overviewModule } from './overview/overviewModule';
import { signInModule } from './signIn/signInModule';
import { signalsModule } from './signals/signalsModule';
import { themeModule } from './theme/themeModule';

/** The portal. Plugins in package.json are found by `app.packages`; the rest is said in `app.extensions`. */
export default createApp({
  features: [
    catalogPlugin,
    navModule,
    overviewModule,
    signInModule,
    signalsModule,
    themeModule,
  ],
});
