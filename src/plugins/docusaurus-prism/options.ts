import {Joi} from '@docusaurus/utils-validation';
import type {OptionValidationContext} from '@docusaurus/types';
import {themes} from 'prism-react-renderer';

/** Names of prism-react-renderer's themes. */
export type ThemeName = keyof typeof themes;

/** Options of docusaurus-prism. */
export type Options = {
  /** Theme of the light colour mode, by its name in prism-react-renderer. */
  readonly light: ThemeName;
  /** Theme of the dark colour mode. */
  readonly dark: ThemeName;
};

const themeName = Joi.string().valid(...Object.keys(themes));
const schema = Joi.object<Options>({
  light: themeName.default('github'),
  dark: themeName.default('oneDark'),
});

/** Docusaurus calls this with what the configuration says; it throws when an option is unknown or names no theme. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Partial<Options>, Options>): Options {
  return validate(schema, options);
}
