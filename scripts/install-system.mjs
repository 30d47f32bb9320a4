import {installSystemPackages} from './install.mjs';

installSystemPackages();
