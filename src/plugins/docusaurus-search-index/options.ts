import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';

/** Options of docusaurus-search-index. */
export type Options = {
  /** The glossary, relative to the site's folder: a YAML list of lists, each of them the names of one thing. */
  readonly glossary: string;
  /** Whether hosted Algolia answers, and the embedded index only if it does not. */
  readonly isHosted: boolean;
};

const schema = Joi.object<Options>({
  glossary: Joi.string().default('glossary.yaml'),
  isHosted: Joi.boolean().default(false),
});

/** Docusaurus calls this with what the configuration says; it throws when an option is unknown or of another type. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Partial<Options>, Options>): Options {
  return validate(schema, options);
}
