import {Joi} from '@docusaurus/utils-validation';
import type {OptionValidationContext} from '@docusaurus/types';

/** Options of docusaurus-first-view. */
export type Options = {
  /**
   * When the scripts of a page load: `interaction` when the reader first does something that may need them, `load` with the page, as
   * Docusaurus does it.
   */
  readonly scripts: 'interaction' | 'load';
};

const schema = Joi.object<Options>({
  scripts: Joi.string().valid('interaction', 'load').default('interaction'),
});

/** Docusaurus calls this with what the configuration says; it throws when an option is unknown or has no such value. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Partial<Options>, Options>): Options {
  return validate(schema, options);
}
