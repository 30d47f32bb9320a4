import type {Expression, Program} from 'estree';
import type {MdxjsEsm} from 'mdast-util-mdxjs-esm';
import type {MdxJsxAttribute, MdxJsxFlowElement} from 'mdast-util-mdx-jsx';

function toProgram(body: Program['body']): Program {
  return {type: 'Program', sourceType: 'module', body, comments: []};
}

/** `import <name> from '<source>'`, with more names if there are any. */
export function createImport(source: string, name: string, ...named: readonly string[]): MdxjsEsm {
  const toSpecifier = (exported: string) =>
    ({
      type: 'ImportSpecifier',
      imported: {type: 'Identifier', name: exported},
      local: {type: 'Identifier', name: exported},
    }) as const;
  const estree = toProgram([
    {
      type: 'ImportDeclaration',
      source: {type: 'Literal', value: source},
      specifiers: [
        {type: 'ImportDefaultSpecifier', local: {type: 'Identifier', name}},
        ...named.map(toSpecifier),
      ],
      attributes: [],
    },
  ]);
  return {type: 'mdxjsEsm', value: '', data: {estree}};
}

function createAttribute(name: string, value: string | true | Expression): MdxJsxAttribute {
  if (typeof value === 'string' || value === true) {
    return {type: 'mdxJsxAttribute', name, value: value === true ? null : value};
  }
  const estree = toProgram([{type: 'ExpressionStatement', expression: value}]);
  return {
    type: 'mdxJsxAttribute',
    name,
    value: {type: 'mdxJsxAttributeValueExpression', value: '', data: {estree}},
  };
}

/**
 * `<Name attribute={…}>`, as a remark plugin puts it into a page.
 * @param attributes by name: a text, `true` for one without a value, or a JavaScript expression
 */
export function createElement(
  name: string,
  attributes: Readonly<Record<string, string | true | Expression>>,
  children: MdxJsxFlowElement['children'] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => createAttribute(key, value)),
    children,
  };
}

/** The value of an attribute: a text, `true` if it has no value, undefined if it is missing or an expression. */
export function readAttribute(element: MdxJsxFlowElement, name: string): string | true | undefined {
  const attribute = element.attributes.find(
    (candidate) => candidate.type === 'mdxJsxAttribute' && candidate.name === name,
  );
  if (attribute?.value === null || (attribute && attribute.value === undefined)) {
    return true;
  }
  return typeof attribute?.value === 'string' ? attribute.value : undefined;
}
