import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';

/** Options of docusaurus-social-cards. */
export type Options = {
  /** The site's logo, an SVG file with a `viewBox`, relative to the site's folder. */
  readonly logo: string;
};

const schema = Joi.object<Options>({logo: Joi.string().required()});

/** Docusaurus calls this with what the configuration says; it throws when an option is missing, unknown or of another type. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Partial<Options>, Options>): Options {
  return validate(schema, options);
}
